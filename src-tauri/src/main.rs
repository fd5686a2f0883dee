//! The desktop program of a lobby: its windows, and on one machine the central server inside.

fn main() -> std::process::ExitCode {
    motcua::run()
}
