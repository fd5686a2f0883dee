use std::sync::{Arc, OnceLock};

use super::form::Form;
use super::package::Package;

/// The files of a package in `crates/domain/forms/`.
macro_rules! package {
    ($folder:literal) => {
        Package {
            schema: include_str!(concat!("../../forms/", $folder, "/schema.json")),
            ui: include_str!(concat!("../../forms/", $folder, "/ui.json")),
            about: include_str!(concat!("../../forms/", $folder, "/form.json")),
            words: [
                include_str!(concat!("../../forms/", $folder, "/vi.ftl")),
                include_str!(concat!("../../forms/", $folder, "/en.ftl")),
            ],
        }
    };
}

/// The packages of procedures that have a form of their own. A package stays here as long as drafts or
/// submissions of its version may exist.
pub(super) const PACKAGES: [Package; 8] = [
    package!("1.000656"),
    package!("1.000894"),
    package!("1.001193"),
    package!("1.001612"),
    package!("1.004194"),
    package!("2.000635"),
    package!("2.000815"),
    package!("2.000884"),
];

/// The pages that all procedures without a package share.
pub(super) const ANY: Package = package!("any");

/// Every form the product ships.
pub(super) fn shipped() -> &'static [Arc<Form>] {
    static FORMS: OnceLock<Vec<Arc<Form>>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let form = |package: &Package| Form::load(package).expect("shipped forms are checked by tests");
        PACKAGES.iter().map(form).map(Arc::new).collect()
    })
}

/// The files of a form the product ships.
pub fn shipped_package(code: &str, version: u32) -> Option<&'static Package<'static>> {
    let mut packages = shipped().iter().zip(&PACKAGES);
    packages.find(|(form, _)| form.procedure() == code && form.version() == version).map(|(_, package)| package)
}
