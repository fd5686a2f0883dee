//! Figures for whoever watches over the server, in Prometheus' text format. No label holds anything of a
//! person, a device or a visit: only routes as they are declared, methods, statuses and states.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

use motcua_domain::queue::TicketState;

/// Which requests are counted together.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    /// As it is declared: `/t/{id}`. What has no route has `none`.
    route: String,
    status: u16,
}

/// Which requests are timed together.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Timed {
    method: &'static str,
    route: String,
}

/// The state of tickets that are counted together.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct State {
    state: &'static str,
}

/// What the writing task counts.
#[derive(Clone, Debug)]
pub(crate) struct Commits {
    failed: Counter,
    changes: Histogram,
    took: Histogram,
}

impl Default for Commits {
    fn default() -> Self {
        Self {
            failed: Counter::default(),
            changes: Histogram::new(exponential_buckets(1.0, 2.0, 7)),
            took: Histogram::new(exponential_buckets(0.000_5, 2.0, 15)),
        }
    }
}

impl Commits {
    /// Counts a commit of so many changes.
    pub(crate) fn count(&self, changes: usize, took: Duration, committed: bool) {
        if !committed {
            self.failed.inc();
            return;
        }
        self.changes.observe(u32::try_from(changes).unwrap_or(u32::MAX).into());
        self.took.observe(took.as_secs_f64());
    }
}

/// What is found out at the moment somebody asks; none where it could not be.
#[derive(Default)]
pub(crate) struct Now {
    /// Tickets of today by their state.
    pub(crate) tickets: Vec<(TicketState, u32)>,
    /// Machines that said how they are since the server started.
    pub(crate) machines: u32,
    /// Submissions that wait in machines.
    pub(crate) unsent: u64,
    /// Numbers of their own series that machines have not told of.
    pub(crate) untold: u64,
    /// The size of the database in bytes.
    pub(crate) database: Option<u64>,
    /// What is free on the disk of the database, in bytes.
    pub(crate) free: Option<u64>,
    /// What the process holds of the memory, in bytes.
    pub(crate) memory: Option<u64>,
}

/// Every figure.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Timed, Histogram, fn() -> Histogram>,
    streams: Gauge,
    tickets: Family<State, Gauge>,
    machines: Gauge,
    unsent: Gauge,
    untold: Gauge,
    database: Gauge,
    free: Gauge,
    memory: Gauge,
}

impl Metrics {
    /// All at nothing; the writing task counts its own.
    pub(crate) fn new(commits: &Commits) -> Self {
        let timed = || Histogram::new(exponential_buckets(0.001, 2.0, 15));
        let mut registry = Registry::with_prefix("motcua");
        let metrics = Self {
            requests: Family::default(),
            seconds: Family::new_with_constructor(timed as fn() -> Histogram),
            streams: Gauge::default(),
            tickets: Family::default(),
            machines: Gauge::default(),
            unsent: Gauge::default(),
            untold: Gauge::default(),
            database: Gauge::default(),
            free: Gauge::default(),
            memory: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests answered", metrics.requests.clone());
        let (took, seconds) = ("Time until the head of the answer", metrics.seconds.clone());
        registry.register_with_unit("request", took, Unit::Seconds, seconds);
        registry.register("streams_open", "Event streams that are open", metrics.streams.clone());
        registry.register("commits_failed", "Commits that failed", commits.failed.clone());
        registry.register("commit_changes", "Changes in one commit", commits.changes.clone());
        registry.register_with_unit("commit", "Time of one commit", Unit::Seconds, commits.took.clone());
        registry.register("tickets", "Tickets of today by state", metrics.tickets.clone());
        registry.register("machines_heard", "Machines heard since the start", metrics.machines.clone());
        registry.register("submissions_unsent", "Submissions that wait in machines", metrics.unsent.clone());
        registry.register("tickets_untold", "Numbers that machines gave and did not tell", metrics.untold.clone());
        registry.register_with_unit("database", "Size of the database", Unit::Bytes, metrics.database.clone());
        registry.register_with_unit("disk_free", "Free on the database's disk", Unit::Bytes, metrics.free.clone());
        registry.register_with_unit("memory", "Resident memory", Unit::Bytes, metrics.memory.clone());
        Self { registry, ..metrics }
    }

    /// Counts a request.
    pub(crate) fn answered(&self, method: &Method, route: Option<&str>, status: StatusCode, took: Duration) {
        let (method, route) = (known(method), route.unwrap_or("none").to_owned());
        self.seconds.get_or_create(&Timed { method, route: route.clone() }).observe(took.as_secs_f64());
        self.requests.get_or_create(&Answered { method, route, status: status.as_u16() }).inc();
    }

    /// Counts an event stream for as long as what it gives is kept.
    pub(crate) fn stream(&self) -> OpenStream {
        self.streams.inc();
        OpenStream(self.streams.clone())
    }

    /// As text.
    pub(crate) fn told(&self, now: &Now) -> String {
        for (state, count) in &now.tickets {
            self.tickets.get_or_create(&State { state: state.as_str() }).set((*count).into());
        }
        let whole = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        self.machines.set(now.machines.into());
        self.unsent.set(whole(now.unsent));
        self.untold.set(whole(now.untold));
        for (gauge, value) in [(&self.database, now.database), (&self.free, now.free), (&self.memory, now.memory)] {
            if let Some(value) = value {
                gauge.set(whole(value));
            }
        }
        let mut text = String::new();
        // Text can always be written.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// An event stream that is open.
pub(crate) struct OpenStream(Gauge);

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// The methods that routes have; somebody may send any word as one.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}
