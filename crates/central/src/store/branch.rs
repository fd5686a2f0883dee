//! Tables `branch`, `service_group`, `counter` and `counter_group`: the centre's set-up.

use std::collections::{BTreeMap, BTreeSet};

use motcua_domain::queue::{Hall, Series};
use motcua_domain::words::Locale;
use sqlx::SqliteConnection;

use super::Unit;
use crate::branch::{Branch, BranchConfig, Group};
use crate::refusal::Refusal;

/// Writes the set-up, unless there is one already.
pub(crate) async fn seed(unit: &mut Unit, config: &BranchConfig) -> Result<(), Refusal> {
    let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM branch)").fetch_one(&mut unit.conn).await?;
    if there {
        return Ok(());
    }
    sqlx::query("INSERT INTO branch (id, name, agency, address, place, agency_code) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&config.id)
        .bind(&config.name)
        .bind(&config.agency)
        .bind(&config.address)
        .bind(&config.place)
        .bind(&config.agency_code)
        .execute(&mut unit.conn)
        .await?;
    for (position, group) in (0_i64..).zip(&config.groups) {
        sqlx::query(
            "INSERT INTO service_group (branch, id, position, prefix, name, name_en, icon)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(&config.id)
        .bind(&group.id)
        .bind(position)
        .bind(group.prefix.to_string())
        .bind(group.name.get(Locale::Vi))
        .bind(group.name.get(Locale::En))
        .bind(&group.icon)
        .execute(&mut unit.conn)
        .await?;
    }
    for counter in &config.counters {
        sqlx::query("INSERT INTO counter (branch, number) VALUES ($1, $2)")
            .bind(&config.id)
            .bind(counter.number)
            .execute(&mut unit.conn)
            .await?;
        for group in &counter.groups {
            sqlx::query("INSERT INTO counter_group (branch, counter, service_group) VALUES ($1, $2, $3)")
                .bind(&config.id)
                .bind(counter.number)
                .bind(group)
                .execute(&mut unit.conn)
                .await?;
        }
    }
    Ok(())
}

/// Reads the set-up.
pub(crate) async fn load(conn: &mut SqliteConnection) -> sqlx::Result<Branch> {
    type Names = (String, String, String, String, String, String);
    let (id, name, agency, address, place, agency_code): Names =
        sqlx::query_as("SELECT id, name, agency, address, place, agency_code FROM branch")
            .fetch_one(&mut *conn)
            .await?;
    let rows: Vec<(String, String, String, String, String)> =
        sqlx::query_as("SELECT id, prefix, name, name_en, icon FROM service_group WHERE branch = $1 ORDER BY position")
            .bind(&id)
            .fetch_all(&mut *conn)
            .await?;
    let mut groups = Vec::with_capacity(rows.len());
    for (id, prefix, name, name_en, icon) in rows {
        let series = prefix.chars().next().and_then(|letter| Series::new(letter).ok());
        let series = series.ok_or_else(|| sqlx::Error::Decode(format!("no series {prefix:?}").into()))?;
        groups.push(Group { id, series, name, name_en, icon });
    }
    let serves: Vec<(u32, Option<String>)> = sqlx::query_as(
        "SELECT c.number, g.service_group FROM counter c
         LEFT JOIN counter_group g ON g.branch = c.branch AND g.counter = c.number WHERE c.branch = $1",
    )
    .bind(&id)
    .fetch_all(&mut *conn)
    .await?;
    let mut counters: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for (number, group) in serves {
        counters.entry(number).or_default().extend(group);
    }
    let hall = Hall::new(counters.clone());
    Ok(Branch { id, name, agency, address, place, agency_code, groups, hall, counters })
}
