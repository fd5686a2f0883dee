//! Table `sign_in_failure`: growing delays after wrong passwords, by account and place. Guessing gets slow, nobody
//! can lock somebody else out from another place, and neither a restart nor another process forgets.

use std::net::IpAddr;

use axum::http::StatusCode;

use super::Unit;
use super::sql;
use crate::refusal::Refusal;
use crate::secret;

/// Wrong passwords before the first delay.
const FREE: i64 = 3;
/// The longest delay, in milliseconds: 5 minutes.
const LONGEST: i64 = 5 * 60 * 1000;
/// Failures older than this are forgotten, in milliseconds: 15 minutes.
const FORGOTTEN: i64 = 15 * 60 * 1000;
/// How many accounts are remembered for one place.
const PER_PLACE: i64 = 50;
/// How many accounts and places are remembered.
const MOST: i64 = 10_000;

/// How long to wait after so many failures, in milliseconds: 1 s after the third, then twice as long each time.
fn delay(failures: i64) -> i64 {
    match failures - FREE {
        over @ 0.. => (1000_i64 << over.min(20)).min(LONGEST),
        _ => 0,
    }
}

/// Where somebody is: an IPv4 address, or the /64 of an IPv6 one, which one machine has to itself.
fn place(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

fn key(account: &str, place: &str) -> String {
    secret::sha256(format!("{place}\n{account}").as_bytes())
}

/// Lets an attempt through, counting it as failed until [`succeeded`]: attempts made at the same time each count.
///
/// # Errors
/// 429 `sign-in-wait` with `seconds`.
pub(crate) async fn attempt(unit: &mut Unit, account: &str, from: IpAddr) -> Result<(), Refusal> {
    let now = unit.now.millis();
    let place = place(from);
    let key = key(account, &place);
    // What lies well ahead was written before the clock was set back: it must not hold anybody up.
    sql::query("DELETE FROM sign_in_failure WHERE last_at <= $1 OR last_at > $2")
        .bind(now - FORGOTTEN)
        .bind(now + LONGEST)
        .execute(&mut unit.conn)
        .await?;
    let known: Option<(i64, i64)> =
        sql::query_as("SELECT failures, last_at FROM sign_in_failure WHERE who_sha256 = $1")
            .bind(&key)
            .fetch_optional(&mut unit.conn)
            .await?;
    match known {
        Some((failures, last_at)) => {
            let left = (last_at + delay(failures) - now).min(LONGEST);
            if failures >= FREE && left > 0 {
                return Err(wait(left));
            }
        }
        None => make_room(unit, &place).await?,
    }
    sql::query(
        "INSERT INTO sign_in_failure (who_sha256, place, failures, last_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (who_sha256) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = excluded.last_at",
    )
    .bind(&key)
    .bind(&place)
    .bind(now)
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Keeps the table bounded: a place has only so many accounts, and of all the oldest is forgotten.
async fn make_room(unit: &mut Unit, place: &str) -> Result<(), Refusal> {
    let here: i64 = sql::query_scalar("SELECT COUNT(*) FROM sign_in_failure WHERE place = $1")
        .bind(place)
        .fetch_one(&mut unit.conn)
        .await?;
    if here >= PER_PLACE {
        return Err(wait(60_000));
    }
    let all: i64 = sql::query_scalar("SELECT COUNT(*) FROM sign_in_failure").fetch_one(&mut unit.conn).await?;
    if all >= MOST {
        sql::query(
            "DELETE FROM sign_in_failure WHERE who_sha256 IN
             (SELECT who_sha256 FROM sign_in_failure ORDER BY last_at LIMIT 1)",
        )
        .execute(&mut unit.conn)
        .await?;
    }
    Ok(())
}

/// Forgets the failures of somebody who knew the password.
pub(crate) async fn succeeded(unit: &mut Unit, account: &str, from: IpAddr) -> Result<(), Refusal> {
    sql::query("DELETE FROM sign_in_failure WHERE who_sha256 = $1")
        .bind(key(account, &place(from)))
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

fn wait(millis: i64) -> Refusal {
    Refusal::new(StatusCode::TOO_MANY_REQUESTS, "sign-in-wait").with("seconds", millis / 1000 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_from_the_third_failure_to_five_minutes() {
        let waits: Vec<i64> = (0..15).map(|failures| delay(failures) / 1000).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    }

    #[test]
    fn a_machine_with_many_addresses_is_one_place() {
        let place = |text: &str| place(text.parse().expect("an address"));
        assert_eq!(place("2001:db8:1:2::5"), place("2001:db8:1:2:ffff::9"));
        assert_ne!(place("2001:db8:1:2::5"), place("2001:db8:1:3::5"));
        assert_eq!(place("::ffff:10.0.0.1"), place("10.0.0.1"));
        assert_ne!(place("10.0.0.1"), place("10.0.0.2"));
    }
}
