//! The commands of the windows: each a line that calls a desk.
//!
//! A command is stated once, in the `commands!` of its face. From there come its Tauri handler and
//! its TypeScript; `names.rs` repeats the names for the build script, and a test compares the two.

/// Declares the commands of a face over one of the desks of [`App`](crate::state::App).
macro_rules! commands {
    ($($(#[$doc:meta])* async fn $name:ident($app:ident $(, $arg:ident: $type:ty)*) -> $answer:ty $body:block)*) => {
        $(
            $(#[$doc])*
            #[tauri::command]
            pub async fn $name(
                state: tauri::State<'_, crate::state::App>,
                $($arg: $type),*
            ) -> Result<$answer, motcua_domain::wire::Problem> {
                let $app = &*state;
                $body
            }
        )*

        /// Answers the commands of this face.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }

        /// What the TypeScript is made from.
        #[cfg(test)]
        pub fn described(types: &ts_rs::Config) -> Vec<super::typescript::Described> {
            vec![$(super::typescript::Described {
                name: stringify!($name),
                args: vec![$((stringify!($arg), <$type as ts_rs::TS>::name(types))),*],
                answer: <$answer as ts_rs::TS>::name(types),
            }),*]
        }
    };
}

pub mod board;
pub mod citizen;
pub mod staff;
#[cfg(test)]
mod typescript;

include!("names.rs");

/// Sends each command to its face. Which window may call which is the runtime's to refuse, by the
/// capabilities.
pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    let (citizen, staff, board) = (citizen::handler(), staff::handler(), board::handler());
    move |invoke| match invoke.message.command() {
        name if CITIZEN.contains(&name) => citizen(invoke),
        name if STAFF.contains(&name) => staff(invoke),
        name if BOARD.contains(&name) => board(invoke),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    /// A command no capability allows is refused by the runtime, however well it works.
    #[test]
    fn every_window_may_call_its_commands() {
        let windows = [
            (super::CITIZEN, include_str!("../../capabilities/citizen.json")),
            (super::STAFF, include_str!("../../capabilities/staff.json")),
            (super::BOARD, include_str!("../../capabilities/board.json")),
        ];
        for (commands, capability) in windows {
            for command in commands {
                let permission = format!("\"allow-{}\"", command.replace('_', "-"));
                assert!(capability.contains(&permission), "{permission} is missing");
            }
        }
    }
}
