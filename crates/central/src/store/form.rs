//! Tables `form_package` and `form_retirement`: forms that officers added, and versions that are not begun any
//! more. Rows are only ever added.

use std::collections::BTreeMap;

use motcua_domain::guide::{Forms, shipped_package};
use motcua_domain::time::Moment;
use motcua_domain::wire::{AddedForm, AddedForms, FormPackage, FormVersion};

use super::sql::{self, Conn};
use super::{Unit, catalogue, encoded};
use crate::forms::{Added, FormLine, NotAdded};
use crate::refusal::Refusal;
use crate::secret;

/// Adds a version of a form.
pub(crate) async fn add(unit: &mut Unit, package: &FormPackage, who: &str) -> Result<Result<Added, NotAdded>, Refusal> {
    let FormPackage { form, schema, ui, about, vi, en } = package;
    catalogue::bring_up_to_date(unit).await?;
    if catalogue::entry(&mut unit.conn, &form.procedure).await?.is_none() {
        return Ok(Err(NotAdded::UnknownProcedure));
    }
    let sha256 = secret::sha256(encoded(package)?.as_bytes());
    let added = list(&mut unit.conn).await?.added;
    let of_procedure = added.iter().filter(|other| other.form.procedure == form.procedure);
    if let Some(same) = of_procedure.clone().find(|other| other.form.version == form.version) {
        return Ok(if same.sha256 == sha256 { Ok(Added::Known) } else { Err(NotAdded::Differs) });
    }
    if let Some(shipped) = shipped_package(&form.procedure, form.version) {
        return Ok(if *shipped == package.files() { Ok(Added::Known) } else { Err(NotAdded::Differs) });
    }
    let shipped = Forms::shipped().all().filter(|other| other.procedure() == form.procedure);
    let versions = shipped.map(|other| other.version()).chain(of_procedure.map(|other| other.form.version));
    let newest = versions.max().unwrap_or(0);
    if form.version <= newest {
        return Ok(Err(NotAdded::NotAbove { newest }));
    }
    sql::query(
        "INSERT INTO form_package (procedure, version, sha256, schema, ui, about, vi, en, at, added_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&form.procedure)
    .bind(form.version)
    .bind(sha256)
    .bind(schema)
    .bind(ui)
    .bind(about)
    .bind(vi)
    .bind(en)
    .bind(unit.now.millis())
    .bind(who)
    .execute(&mut unit.conn)
    .await?;
    Ok(Ok(Added::New))
}

/// Retires a version; `Some(false)` when it was already, none when there is no such version.
pub(crate) async fn retire(unit: &mut Unit, form: &FormVersion, who: &str) -> Result<Option<bool>, Refusal> {
    let added: bool =
        sql::query_scalar("SELECT EXISTS (SELECT 1 FROM form_package WHERE procedure = $1 AND version = $2)")
            .bind(&form.procedure)
            .bind(form.version)
            .fetch_one(&mut unit.conn)
            .await?;
    if !added && shipped_package(&form.procedure, form.version).is_none() {
        return Ok(None);
    }
    let retired = sql::query(
        "INSERT INTO form_retirement (procedure, version, at, retired_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
    )
    .bind(&form.procedure)
    .bind(form.version)
    .bind(unit.now.millis())
    .bind(who)
    .execute(&mut unit.conn)
    .await?;
    Ok(Some(retired.rows_affected() > 0))
}

/// How many versions were added and how many retired: whether anything is otherwise than before.
pub(crate) async fn revision(conn: &mut Conn) -> sqlx::Result<(u32, u32)> {
    sql::query_as("SELECT (SELECT COUNT(*) FROM form_package), (SELECT COUNT(*) FROM form_retirement)")
        .fetch_one(conn)
        .await
}

/// What was added and what is retired.
pub(crate) async fn list(conn: &mut Conn) -> sqlx::Result<AddedForms> {
    let added: Vec<(String, u32, String)> =
        sql::query_as("SELECT procedure, version, sha256 FROM form_package ORDER BY procedure, version")
            .fetch_all(&mut *conn)
            .await?;
    let retired: Vec<(String, u32)> =
        sql::query_as("SELECT procedure, version FROM form_retirement ORDER BY procedure, version")
            .fetch_all(conn)
            .await?;
    let added = added
        .into_iter()
        .map(|(procedure, version, sha256)| AddedForm { form: FormVersion { procedure, version }, sha256 });
    let retired = retired.into_iter().map(|(procedure, version)| FormVersion { procedure, version });
    Ok(AddedForms { added: added.collect(), retired: retired.collect() })
}

type Row = (String, u32, String, String, String, String, String);

fn package_of((procedure, version, schema, ui, about, vi, en): Row) -> FormPackage {
    FormPackage { form: FormVersion { procedure, version }, schema, ui, about, vi, en }
}

/// The texts of every added form.
pub(crate) async fn packages(conn: &mut Conn) -> sqlx::Result<Vec<FormPackage>> {
    let rows: Vec<Row> = sql::query_as(
        "SELECT procedure, version, schema, ui, about, vi, en FROM form_package ORDER BY procedure, version",
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(package_of).collect())
}

/// The texts of an added form.
pub(crate) async fn package(conn: &mut Conn, code: &str, version: u32) -> sqlx::Result<Option<FormPackage>> {
    let row: Option<Row> = sql::query_as(
        "SELECT procedure, version, schema, ui, about, vi, en FROM form_package WHERE procedure = $1 AND version = $2",
    )
    .bind(code)
    .bind(version)
    .fetch_optional(conn)
    .await?;
    Ok(row.map(package_of))
}

/// Every form there is with where it came from, by code and version.
pub(crate) async fn lines(conn: &mut Conn) -> sqlx::Result<Vec<FormLine>> {
    type Line = (String, u32, i64, String);
    let moment =
        |(procedure, version, at, who): Line| (FormVersion { procedure, version }, (Moment::from_millis(at), who));
    let added: Vec<Line> =
        sql::query_as("SELECT procedure, version, at, added_by FROM form_package").fetch_all(&mut *conn).await?;
    let retired: Vec<Line> =
        sql::query_as("SELECT procedure, version, at, retired_by FROM form_retirement").fetch_all(conn).await?;
    let retired: BTreeMap<_, _> = retired.into_iter().map(moment).collect();
    let shipped = Forms::shipped().all().map(|form| (FormVersion::of(form), None));
    let added = added.into_iter().map(moment).map(|(form, by)| (form, Some(by)));
    let mut lines: Vec<_> = shipped
        .chain(added)
        .map(|(form, added)| FormLine { retired: retired.get(&form).cloned(), begun: false, form, added })
        .collect();
    lines.sort_by(|one, other| one.form.cmp(&other.form));
    // The newest of a procedure that is not retired.
    for place in 0..lines.len() {
        let (line, later) = (&lines[place], &lines[place + 1..]);
        let newer = later.iter().any(|other| other.form.procedure == line.form.procedure && other.retired.is_none());
        lines[place].begun = line.retired.is_none() && !newer;
    }
    Ok(lines)
}
