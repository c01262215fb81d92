//! Known clients that read SQL and print CSV, and their arguments for that.

/// The client of an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Preset {
    Duckdb,
    Psql,
    ClickhouseClient,
    Trino,
    SparkSql,
}

impl Preset {
    pub const ALL: [Self; 5] =
        [Self::Duckdb, Self::Psql, Self::ClickhouseClient, Self::Trino, Self::SparkSql];

    pub fn name(self) -> &'static str {
        match self {
            Self::Duckdb => "duckdb",
            Self::Psql => "psql",
            Self::ClickhouseClient => "clickhouse-client",
            Self::Trino => "trino",
            Self::SparkSql => "spark-sql",
        }
    }

    /// The program and its arguments. None may ask for a password: nobody would see the question.
    pub fn run(self) -> Vec<String> {
        let words: &[&str] = match self {
            Self::Duckdb => &["duckdb", "-csv", "-nullvalue", ""],
            // Ignores the user's startup file, is quiet, asks for no password, and stops at an error.
            Self::Psql => &["psql", "--csv", "-Xqw", "-v", "ON_ERROR_STOP=1"],
            Self::ClickhouseClient => &["clickhouse-client", "--format", "CSVWithNames"],
            Self::Trino => &["trino", "--output-format", "CSV_HEADER"],
            Self::SparkSql => {
                &["spark-sql", "-S", "-f", "/dev/stdin", "--conf", "spark.sql.cli.print.header=true"]
            }
        };
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    /// The text that it prints for a missing value.
    pub fn null(self) -> &'static str {
        match self {
            Self::Duckdb | Self::Psql | Self::Trino => "",
            Self::ClickhouseClient => "\\N",
            Self::SparkSql => "NULL",
        }
    }

    pub fn delimiter(self) -> u8 {
        match self {
            Self::Duckdb | Self::Psql | Self::ClickhouseClient | Self::Trino => b',',
            Self::SparkSql => b'\t',
        }
    }
}
