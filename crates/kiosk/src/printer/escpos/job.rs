//! A job from its first question to the device's word on it. Everything here blocks, within times.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::address::{Address, Place, ProcessId};
use super::commands;
use super::raster::Raster;
use super::session::{Session, Silence};
use super::turn::{self, Held};
use crate::printer::{Cause, Gone, HandedOver, Patience, PrintEnd, PrinterStatus};

/// How often a device that prints is asked how it is.
const PACE: Duration = Duration::from_millis(100);
/// Rows of dots in a second of the slowest head: 50 mm.
const SLOWEST: u32 = 400;

/// What is known of the device from one job to the next; who has it has the device for themselves.
#[derive(Debug)]
pub(super) struct Device {
    pub(super) address: Address,
    pub(super) patience: Patience,
    /// Something may be left in it, or hang out of it, from a job that did not end well.
    dirty: bool,
    /// Whether it answers process IDs; none is not known yet.
    process_ids: Option<bool>,
    /// The last process ID that was used.
    last_id: u32,
    /// What is locked while there is a talk with it; none where nobody else can have it.
    pub(super) lock: Option<PathBuf>,
}

/// What came between a job and its paper.
enum Broken {
    /// The device said why, and takes commands.
    Trouble(Cause),
    /// The talk broke off.
    Silence(Silence),
    /// Its person left while it was held up.
    Gone,
}

impl From<Silence> for Broken {
    fn from(silence: Silence) -> Self {
        Self::Silence(silence)
    }
}

impl Device {
    /// A device of which nothing is known, but that it may hold what an earlier run left in it.
    pub(super) fn new(address: Address, patience: Patience) -> Self {
        let process_ids = match address.process_id {
            ProcessId::Yes => Some(true),
            ProcessId::No => Some(false),
            ProcessId::Auto => None,
        };
        // Where it begins is chance, so that a late word on an earlier run's job is none on this one's.
        let last_id = getrandom::u32().unwrap_or_default();
        Self { address, patience, dirty: false, process_ids, last_id, lock: None }
    }

    /// How it is. What is left of a job that did not end well goes as soon as it can, while whoever put
    /// the device right stands before it, and not when the next person prints.
    pub(super) fn status(&mut self) -> PrinterStatus {
        // Who asks has not the time to wait for somebody else's page.
        let asked = self.open(self.patience.answer / 2).and_then(|(mut session, until)| {
            let status = session.signs(until)?.status();
            if self.dirty && status.ready {
                self.clean(&mut session)?;
            }
            Ok(status)
        });
        asked.unwrap_or_else(|silence| PrinterStatus::not_ready(silence.into()))
    }

    /// Has it drop what it was given and did not print, and learns what it can do.
    pub(super) fn take_back(&mut self) {
        self.dirty = true;
        let taken = self.open(self.patience.answer * 2).and_then(|(mut session, _)| {
            let signs = session.signs(self.answer_by())?;
            self.clean(&mut session)?;
            // One that is held up would not answer what it could.
            if signs.status().ready { self.learn(&mut session) } else { Ok(()) }
        });
        if let Err(silence) = taken {
            tracing::warn!(?silence, "the printer could not be emptied; it will be before the next job");
        }
    }

    /// Prints one copy.
    pub(super) fn print(
        &mut self,
        pages: &[Raster],
        gone: &Gone,
        handed_over: &HandedOver,
        known: &dyn Fn(PrinterStatus),
    ) -> PrintEnd {
        let mut session = match self.ready(known) {
            Ok(session) => session,
            Err(cause) => return PrintEnd::Failed(Some(cause)),
        };
        if gone.is_gone() {
            return PrintEnd::Failed(None);
        }
        self.last_id = self.last_id.wrapping_add(1);
        let id = letters(self.last_id);
        self.dirty = true;
        match self.send(&mut session, pages, id, (gone, handed_over), known) {
            Ok(end) => {
                self.dirty = false;
                end
            }
            Err(broken) => self.withdraw(session, id, &broken, known),
        }
    }

    /// Opens a talk with a device that is ready, holds nothing, and is known.
    fn ready(&mut self, known: &dyn Fn(PrinterStatus)) -> Result<Session, Cause> {
        // Longer than anybody's question to it can take.
        let found = self.open(self.patience.answer * 2).and_then(|(mut session, until)| {
            let signs = session.signs(until)?;
            Ok((session, signs))
        });
        let status =
            found.as_ref().map_or_else(|silence| PrinterStatus::not_ready((*silence).into()), |f| f.1.status());
        known(status);
        let (mut session, _) = found.map_err(Cause::from)?;
        if self.dirty {
            // Also before a job that will not be: what it holds would come out once it can.
            self.clean(&mut session).map_err(Cause::from)?;
        }
        match status.cause {
            Some(cause) if !status.ready => Err(cause),
            _ => {
                self.learn(&mut session).map_err(Cause::from)?;
                Ok(session)
            }
        }
    }

    /// Opens a talk once nobody else has the device, waiting so long for that; and until when it should answer.
    fn open(&self, wait: Duration) -> Result<(Session, Instant), Silence> {
        let held = match &self.lock {
            Some(lock) => turn::take(lock, wait).ok_or(Silence::Taken)?,
            None => Held::NOTHING,
        };
        let until = self.answer_by();
        Ok((Session::open(&self.address, held, until)?, until))
    }

    /// Has the device drop what is left in it, and cuts off what hangs out of it. A device that cannot
    /// drop prints it: it ends before the cut, and is on nobody's paper.
    fn clean(&mut self, session: &mut Session) -> Result<(), Silence> {
        // A device that knows the command answers it as it arrives.
        if !session.clear(Instant::now() + self.patience.answer / 4)? {
            tracing::info!("the printer does not say that it dropped what it held");
        }
        session.reset(self.answer_by())?;
        session.cut(self.address.cut, self.answer_by())?;
        session.ask(1, self.answer_by())?;
        self.dirty = false;
        Ok(())
    }

    /// Finds out whether the device answers process IDs, while there is nothing to be printed before one.
    fn learn(&mut self, session: &mut Session) -> Result<(), Silence> {
        if self.process_ids.is_some() {
            return Ok(());
        }
        self.last_id = self.last_id.wrapping_add(1);
        let id = letters(self.last_id);
        session.write(commands::INITIALIZE, self.answer_by())?;
        session.write(&commands::process_id(id), self.answer_by())?;
        let answers = session.wait_printed(id, self.answer_by())?;
        // A device that took the request for text forgets it here, before it is a line.
        session.write(commands::INITIALIZE, self.answer_by())?;
        // Silence is an answer only of a device that could have answered.
        if answers || session.signs(self.answer_by())?.status().ready {
            tracing::info!(answers, "the printer was asked for a process ID");
            self.process_ids = Some(answers);
        }
        Ok(())
    }

    /// Sends the pages and waits for the device's word.
    fn send(
        &self,
        session: &mut Session,
        pages: &[Raster],
        id: [u8; 4],
        (gone, handed_over): (&Gone, &HandedOver),
        known: &dyn Fn(PrinterStatus),
    ) -> Result<PrintEnd, Broken> {
        // Each band has to be answered within the time for an answer, so that a device that stops is known
        // soon. All of it has as long as its line and its head need, and the patience for a job above that.
        let give_up = Instant::now() + self.patience.job + self.needs(pages);
        session.write(commands::INITIALIZE, self.answer_by())?;
        let longest = session.under_way();
        // The last look at who wanted it. A page that has begun is finished for who leaves then: half of it
        // would hang out of the slot for the next person just as the whole does, with no cut behind it.
        if gone.is_gone() {
            return Ok(PrintEnd::Failed(None));
        }
        handed_over.mark();
        for band in pages.iter().flat_map(|page| page.bands(longest)) {
            if Instant::now() >= give_up {
                return Err(Broken::Silence(Silence::Mute));
            }
            session.write(&band, self.answer_by())?;
            // Its answer says that the band has arrived: little is ever under way, and trouble stops the rest.
            if session.ask(1, self.answer_by())? & 0x08 != 0 {
                self.wait_online(session, gone, known)?;
            }
        }
        session.write(commands::cut(self.address.cut), self.answer_by())?;
        let answers = self.process_ids == Some(true);
        if answers {
            session.write(&commands::process_id(id), self.answer_by())?;
        }
        // Without process IDs there is no word to wait for, only trouble.
        let last = if answers { give_up } else { self.answer_by() };
        loop {
            let printed = session.has_printed(id);
            self.wait_online(session, gone, known)?;
            if printed {
                return Ok(PrintEnd::Printed);
            }
            if Instant::now() >= last {
                return if answers {
                    Err(Broken::Silence(Silence::Mute))
                } else {
                    Ok(PrintEnd::Unknown(Cause::NoWord))
                };
            }
            session.wait_printed(id, Instant::now() + PACE)?;
        }
    }

    /// How long these pages are on their way: over a serial line at its speed, ten bits a byte and half as
    /// much again for what holds it up, and under the slowest head.
    fn needs(&self, pages: &[Raster]) -> Duration {
        let rows: u32 = pages.iter().map(Raster::height).sum();
        let head = Duration::from_secs(1) * rows / SLOWEST;
        let Place::Serial { baud, .. } = self.address.place else { return head };
        let bytes: usize = pages.iter().map(|page| page.dots().len()).sum();
        head + Duration::from_secs_f64(bytes as f64 * 15.0 / f64::from(baud))
    }

    /// Asks how the device is, and waits while it is held up by something that passes.
    fn wait_online(&self, session: &mut Session, gone: &Gone, known: &dyn Fn(PrinterStatus)) -> Result<(), Broken> {
        let give_up = Instant::now() + self.patience.blocked;
        loop {
            let signs = session.signs(self.answer_by())?;
            known(signs.status());
            if let Some(cause) = signs.trouble().or_else(|| session.unasked().and_then(|signs| signs.trouble())) {
                return Err(Broken::Trouble(cause));
            }
            if !signs.offline {
                return Ok(());
            }
            if gone.is_gone() {
                return Err(Broken::Gone);
            }
            if Instant::now() >= give_up {
                return Err(Broken::Trouble(Cause::Offline));
            }
            session.pause(PACE)?;
        }
    }

    /// Takes a job back that was begun, so that nothing of it prints for the next person, and says
    /// what became of it.
    fn withdraw(&self, mut session: Session, id: [u8; 4], broken: &Broken, known: &dyn Fn(PrinterStatus)) -> PrintEnd {
        let cause = match broken {
            Broken::Trouble(cause) => Some(*cause),
            Broken::Silence(silence) => Some((*silence).into()),
            Broken::Gone => None,
        };
        if let Some(cause) = cause {
            known(PrinterStatus::not_ready(cause));
        }
        let unknown = PrintEnd::Unknown(cause.unwrap_or(Cause::Mute));
        // A device that fell silent has been waited for. What it does not take now, it is told before
        // the next job.
        let last = match broken {
            Broken::Silence(_) => Instant::now() + self.patience.answer / 4,
            _ => self.answer_by(),
        };
        let cleared = session.clear(last).unwrap_or(false);
        let _ = session.reset(last);
        match broken {
            Broken::Silence(_) => unknown,
            // Everything had come out: what is the matter began after it.
            _ if session.has_printed(id) => unknown,
            _ if cleared => PrintEnd::Failed(cause),
            _ => unknown,
        }
    }

    fn answer_by(&self) -> Instant {
        Instant::now() + self.patience.answer
    }
}

/// A number as four letters and digits: the signs a process ID can have and every device reads.
fn letters(number: u32) -> [u8; 4] {
    const SIGNS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut rest = number;
    [0; 4].map(|_: u8| {
        let sign = SIGNS[(rest % 36) as usize];
        rest /= 36;
        sign
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::letters;

    #[test]
    fn process_ids_that_follow_each_other_differ() {
        let ids: HashSet<[u8; 4]> = (0..5_000).map(letters).collect();
        assert_eq!(ids.len(), 5_000);
    }
}
