//! Tables `catalogue` and `catalogue_entry`: every procedure as people see it. Each change of one has a
//! revision of its own, so that kiosks and consoles ask for what changed.

use std::collections::{HashMap, HashSet};

use motcua_domain::catalogue::national::{Field, NationalRecord};
use motcua_domain::catalogue::{PlainWords, Procedure, shipped_words, starter};
use motcua_domain::wire::ReviewState;
use tokio_stream::StreamExt;
use uuid::Uuid;

use super::sql::{self, Builder, Conn};
use super::{Unit, check, decoded, encoded, procedure, words};
use crate::refusal::Refusal;

/// Changes whenever what the product ships for the catalogue, or how it composes it, may have changed.
const COMPOSED_WITH: &str = env!("MOTCUA_COMPOSED_WITH");

/// A procedure as people see it, and what officers are told beside.
pub(crate) struct Entry {
    /// As people see it; its version is that of the record.
    pub(crate) procedure: Procedure,
    /// The version of its plain words; 0 for the product's own.
    pub(crate) words_version: u32,
    /// Fields that could not be read for certain.
    pub(crate) flagged: Vec<Field>,
    /// Whether an officer looked through this version.
    pub(crate) checked: bool,
}

impl Entry {
    /// How far officers have looked through it.
    pub(crate) fn review(&self) -> ReviewState {
        match (self.checked, self.flagged.is_empty()) {
            (true, _) => ReviewState::Checked,
            (false, true) => ReviewState::Certain,
            (false, false) => ReviewState::ToCheck,
        }
    }
}

/// A procedure without what people at the centre did to it.
struct Facts {
    procedure: Procedure,
    flagged: Vec<Field>,
}

impl Facts {
    fn of_record(record: &NationalRecord, version: u32) -> Self {
        let mut flagged: Vec<_> = record.doubts.iter().map(|doubt| doubt.field).collect();
        flagged.sort_unstable();
        flagged.dedup();
        Self { procedure: Procedure::of_record(record, version), flagged }
    }

    fn shipped(procedure: &Procedure) -> Self {
        Self { procedure: procedure.clone(), flagged: procedure.unsure.clone() }
    }

    /// Of the newest record, or what the product ships.
    async fn newest(conn: &mut Conn, code: &str) -> sqlx::Result<Option<Self>> {
        let newest = procedure::newest(conn, code).await?;
        let of_record = newest.map(|(version, record)| Self::of_record(&record, version));
        Ok(of_record.or_else(|| starter().procedure(code).map(Self::shipped)))
    }
}

/// What people at the centre did to procedures: words they wrote, versions they looked through.
struct Layers {
    words: HashMap<String, (u32, PlainWords)>,
    checked: HashSet<(String, u32)>,
}

impl Layers {
    /// Of one procedure, or of all.
    async fn read(conn: &mut Conn, code: Option<&str>) -> sqlx::Result<Self> {
        Ok(Self { words: words::newest(conn, code).await?, checked: check::all(conn, code).await? })
    }

    fn over(&self, facts: Facts) -> Entry {
        let Facts { mut procedure, flagged } = facts;
        let written = self.words.get(&procedure.code);
        if let Some(words) = written.map(|(_, words)| words).or_else(|| shipped_words(&procedure.code)) {
            procedure = procedure.in_plain_words(words);
        }
        let checked = self.checked.contains(&(procedure.code.clone(), procedure.version));
        if checked {
            procedure.unsure.clear();
        }
        Entry { words_version: written.map_or(0, |(version, _)| *version), procedure, flagged, checked }
    }
}

/// Composes a procedure anew, after its words were written or its record was looked through.
pub(super) async fn compose(unit: &mut Unit, code: &str) -> Result<(), Refusal> {
    let Some(facts) = Facts::newest(&mut unit.conn, code).await? else { return Ok(()) };
    let layers = Layers::read(&mut unit.conn, Some(code)).await?;
    write(unit, &[layers.over(facts)]).await
}

/// Composes the procedures of records that are new, each with its version.
pub(super) async fn compose_records(unit: &mut Unit, records: &[(&NationalRecord, u32)]) -> Result<(), Refusal> {
    let layers = Layers::read(&mut unit.conn, None).await?;
    let entries: Vec<_> =
        records.iter().map(|(record, version)| layers.over(Facts::of_record(record, *version))).collect();
    write(unit, &entries).await
}

/// Makes the catalogue, or composes all of it anew where another product composed it. What comes out
/// the same keeps its revision.
pub(crate) async fn bring_up_to_date(unit: &mut Unit) -> Result<(), Refusal> {
    let composed_with: Option<String> =
        sql::query_scalar("SELECT composed_with FROM catalogue").fetch_optional(&mut unit.conn).await?;
    if composed_with.as_deref() == Some(COMPOSED_WITH) {
        return Ok(());
    }
    let layers = Layers::read(&mut unit.conn, None).await?;
    let mut entries = Vec::new();
    let mut read = HashSet::new();
    let mut records = sql::query_as::<(u32, String)>(
        "SELECT version, record FROM procedure_record r
         WHERE version = (SELECT MAX(version) FROM procedure_record WHERE code = r.code)",
    )
    .fetch(&mut unit.conn);
    // One after the other: all records together have tens of megabytes.
    while let Some(row) = records.next().await {
        let (version, record) = row?;
        let entry = layers.over(Facts::of_record(&decoded(&record)?, version));
        read.insert(entry.procedure.code.clone());
        entries.push(entry);
    }
    drop(records);
    let shipped = starter().procedures.iter().filter(|shipped| !read.contains(&shipped.code));
    entries.extend(shipped.map(|shipped| layers.over(Facts::shipped(shipped))));
    write(unit, &entries).await?;
    let codes: HashSet<_> = entries.iter().map(|entry| &entry.procedure.code).collect();
    let written: Vec<String> = sql::query_scalar("SELECT code FROM catalogue_entry").fetch_all(&mut unit.conn).await?;
    let gone: Vec<_> = written.iter().filter(|code| !codes.contains(code)).collect();
    for code in &gone {
        sql::query("DELETE FROM catalogue_entry WHERE code = $1").bind(*code).execute(&mut unit.conn).await?;
    }
    sql::query(
        "INSERT INTO catalogue (id, edition, composed_with) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET
         edition = CASE WHEN $3 THEN excluded.edition ELSE catalogue.edition END, composed_with = excluded.composed_with",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(COMPOSED_WITH)
    .bind(!gone.is_empty())
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Writes entries, each with a revision of its own; one that is as it was keeps the revision it has.
async fn write(unit: &mut Unit, entries: &[Entry]) -> Result<(), Refusal> {
    let mut revision: i64 =
        sql::query_scalar("SELECT COALESCE(MAX(revision), 0) FROM catalogue_entry").fetch_one(&mut unit.conn).await?;
    let mut changed = 0;
    for part in entries.chunks(500) {
        let written: Vec<_> = part
            .iter()
            .map(|entry| Ok((encoded(&entry.flagged)?, encoded(&entry.procedure)?)))
            .collect::<sqlx::Result<_>>()?;
        let mut insert: Builder = Builder::new(
            "INSERT INTO catalogue_entry (code, revision, version, words_version, flagged, checked, procedure) ",
        );
        insert.push_values(part.iter().zip(&written), |mut row, (entry, (flagged, procedure))| {
            revision += 1;
            row.push_bind(&entry.procedure.code)
                .push_bind(revision)
                .push_bind(entry.procedure.version)
                .push_bind(entry.words_version)
                .push_bind(flagged)
                .push_bind(entry.checked)
                .push_bind(procedure);
        });
        insert.push(
            " ON CONFLICT (code) DO UPDATE SET revision = excluded.revision, version = excluded.version,
             words_version = excluded.words_version, flagged = excluded.flagged, checked = excluded.checked,
             procedure = excluded.procedure
             WHERE (catalogue_entry.words_version, catalogue_entry.flagged, catalogue_entry.checked,
                    catalogue_entry.procedure)
                <> (excluded.words_version, excluded.flagged, excluded.checked, excluded.procedure)",
        );
        changed += insert.build().execute(&mut unit.conn).await?.rows_affected();
    }
    unit.catalogue_changed |= changed > 0;
    Ok(())
}

/// The catalogue's edition, and the revision of what changed last.
pub(crate) async fn newest(conn: &mut Conn) -> Result<(Uuid, u64), Refusal> {
    let (edition, revision): (String, i64) =
        sql::query_as("SELECT edition, (SELECT COALESCE(MAX(revision), 0) FROM catalogue_entry) FROM catalogue")
            .fetch_one(conn)
            .await?;
    let edition = edition.parse().map_err(|_| sqlx::Error::Decode("the catalogue's edition".into()))?;
    Ok((edition, revision.unsigned_abs()))
}

/// What changed after a revision, at most so much, in that order and each with its revision.
pub(crate) async fn after(conn: &mut Conn, revision: u64, most: usize) -> sqlx::Result<Vec<(u64, Entry)>> {
    let rows: Vec<Row> = sql::query_as(
        "SELECT revision, words_version, flagged, checked, procedure FROM catalogue_entry
         WHERE revision > $1 ORDER BY revision LIMIT $2",
    )
    .bind(i64::try_from(revision).unwrap_or(i64::MAX))
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(entry_of).collect()
}

/// A procedure as people see it, or none of that code.
pub(crate) async fn entry(conn: &mut Conn, code: &str) -> sqlx::Result<Option<Entry>> {
    let row: Option<Row> = sql::query_as(
        "SELECT revision, words_version, flagged, checked, procedure FROM catalogue_entry WHERE code = $1",
    )
    .bind(code)
    .fetch_optional(conn)
    .await?;
    Ok(row.map(entry_of).transpose()?.map(|(_, entry)| entry))
}

/// A procedure as a version of its record has it, in the plain words of today; version 0 is what the
/// product ships. What could not be read for certain is told, whoever looked through it since: it was told
/// to those who applied.
pub(crate) async fn at_version(conn: &mut Conn, code: &str, version: u32) -> sqlx::Result<Option<Procedure>> {
    let Some(procedure) = procedure::at_version(conn, code, version).await? else { return Ok(None) };
    let layers = Layers { words: words::newest(conn, Some(code)).await?, checked: HashSet::new() };
    Ok(Some(layers.over(Facts { procedure, flagged: Vec::new() }).procedure))
}

type Row = (i64, u32, String, bool, String);

fn entry_of((revision, words_version, flagged, checked, procedure): Row) -> sqlx::Result<(u64, Entry)> {
    let entry = Entry { procedure: decoded(&procedure)?, words_version, flagged: decoded(&flagged)?, checked };
    Ok((revision.unsigned_abs(), entry))
}
