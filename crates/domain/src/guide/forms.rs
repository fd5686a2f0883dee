use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::form::{Form, FormError};
use super::shipped::shipped;
use crate::catalogue::{Level, Procedure, WayOn};
use crate::wire::{FormPackage, FormVersion};

/// The forms that procedures have of their own, in every version: those the product ships, and those that
/// officers added. Who holds them sees no change of them.
#[derive(Clone, Default)]
pub struct Forms {
    versions: BTreeMap<String, BTreeMap<u32, Arc<Form>>>,
    retired: BTreeSet<FormVersion>,
}

/// An added form that cannot be used here.
#[derive(Debug)]
pub struct LeftOut {
    /// Which one.
    pub form: FormVersion,
    /// Why: it was made for another version of the product, or is damaged.
    pub why: FormError,
}

impl Forms {
    /// Those the product ships.
    pub fn shipped() -> &'static Arc<Self> {
        static SHIPPED: OnceLock<Arc<Forms>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let mut forms = Self::default();
            shipped().iter().cloned().for_each(|form| forms.take(form));
            Arc::new(forms)
        })
    }

    /// Those the product ships with added ones, of which an added one counts where both are of one version:
    /// people at the centre began on it. Retired versions of either are not begun any more. What cannot be
    /// used is left out and told.
    pub fn with_added(added: &[FormPackage], retired: &[FormVersion]) -> (Self, Vec<LeftOut>) {
        let mut forms = Self { retired: retired.iter().cloned().collect(), ..Self::clone(Self::shipped()) };
        let mut left_out = Vec::new();
        for package in added {
            match load(package) {
                Ok(form) => forms.take(Arc::new(form)),
                Err(why) => left_out.push(LeftOut { form: package.form.clone(), why }),
            }
        }
        (forms, left_out)
    }

    fn take(&mut self, form: Arc<Form>) {
        self.versions.entry(form.procedure().to_owned()).or_default().insert(form.version(), form);
    }

    /// A procedure's own form in a version, for what was begun on it.
    pub fn form(&self, code: &str, version: u32) -> Option<&Arc<Form>> {
        self.versions.get(code)?.get(&version)
    }

    /// A procedure's own form as it is begun today; none when it has none.
    pub fn newest(&self, code: &str) -> Option<&Arc<Form>> {
        let mut newest_first = self.versions.get(code)?.values().rev();
        newest_first.find(|form| !self.retired.contains(&FormVersion::of(form)))
    }

    /// Every form, by code and version.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Form>> {
        self.versions.values().flat_map(BTreeMap::values)
    }

    /// How somebody goes on from a procedure. The form that fits every procedure serves those that may be
    /// handed in online to an office of the province or a commune, and whose field a service group takes: the
    /// centre has nobody to hand the others to.
    pub fn way_on(&self, procedure: &Procedure) -> WayOn {
        let near = procedure.levels.iter().any(|level| matches!(level, Level::Province | Level::Commune));
        if self.newest(&procedure.code).is_some() {
            WayOn::Form
        } else if near && procedure.group.is_some() && procedure.takes_online() {
            WayOn::AnyForm
        } else {
            WayOn::Number
        }
    }
}

/// The form of a package, if it is the one that it is said to be.
fn load(package: &FormPackage) -> Result<Form, FormError> {
    let form = Form::load(&package.files())?;
    match FormVersion::of(&form) {
        own if own == package.form => Ok(form),
        own => Err(FormError::Package(format!("the package says it is {own}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::starter;
    use crate::guide::shipped_package;

    const CODE: &str = "2.000635";

    /// The shipped form of a procedure as somebody would add it: in another version, of another procedure.
    fn package(code: &str, version: u32) -> FormPackage {
        let shipped = shipped_package(CODE, 1).expect("it ships");
        let about = shipped.about.replace(CODE, code).replace("\"version\": 1", &format!("\"version\": {version}"));
        FormPackage {
            form: FormVersion { procedure: code.to_owned(), version },
            schema: shipped.schema.to_owned(),
            ui: shipped.ui.to_owned(),
            about,
            vi: shipped.words[0].to_owned(),
            en: shipped.words[1].to_owned(),
        }
    }

    fn begun(forms: &Forms, code: &str) -> Option<u32> {
        forms.newest(code).map(|form| form.version())
    }

    #[test]
    fn the_newest_version_is_begun_and_every_one_goes_on() {
        let added = [package(CODE, 2), package(CODE, 4)];
        let (forms, left_out) = Forms::with_added(&added, &[]);
        assert!(left_out.is_empty());
        assert_eq!(begun(&forms, CODE), Some(4));
        let known = |version| forms.form(CODE, version).map(|form| form.version());
        assert_eq!([1, 2, 3, 4, 5].map(known), [Some(1), Some(2), None, Some(4), None]);
        assert!(Arc::ptr_eq(forms.form(CODE, 1).expect("it ships"), Forms::shipped().newest(CODE).expect("it ships")));
        assert_eq!(forms.all().count(), Forms::shipped().all().count() + 2);
        assert!(forms.newest("9.999999").is_none());
    }

    #[test]
    fn what_is_retired_is_not_begun_and_goes_on() {
        let retired = [2, 1].map(|version| package(CODE, version).form);
        let (forms, _) = Forms::with_added(&[package(CODE, 2)], &retired[..1]);
        assert_eq!(begun(&forms, CODE), Some(1), "the one before is begun again");
        let (forms, _) = Forms::with_added(&[package(CODE, 2)], &retired);
        assert_eq!(begun(&forms, CODE), None);
        assert!([1, 2].iter().all(|version| forms.form(CODE, *version).is_some()));
        let (forms, _) = Forms::with_added(&[package(CODE, 2), package(CODE, 3)], &retired);
        assert_eq!(begun(&forms, CODE), Some(3));
    }

    #[test]
    fn an_added_form_counts_where_the_product_ships_the_same_version() {
        let (forms, _) = Forms::with_added(&[package(CODE, 1)], &[]);
        let newest = |forms: &Forms| forms.newest(CODE).cloned().expect("a form");
        assert!(!Arc::ptr_eq(&newest(&forms), &newest(Forms::shipped())));
    }

    #[test]
    fn what_cannot_be_used_is_left_out_and_the_procedure_keeps_its_way() {
        let of_another = FormPackage { form: package(CODE, 9).form, ..package(CODE, 8) };
        let newer =
            FormPackage { ui: package(CODE, 3).ui.replace("\"name\"", "\"a_later_widget\""), ..package(CODE, 3) };
        let halved = FormPackage { schema: "{".to_owned(), ..package("1.004873", 1) };
        let (forms, left_out) = Forms::with_added(&[package(CODE, 2), newer, of_another, halved], &[]);
        let told: Vec<_> = left_out.iter().map(|one| one.form.to_string()).collect();
        assert_eq!(told, ["2.000635 (3)", "2.000635 (9)", "1.004873 (1)"]);
        assert_eq!(begun(&forms, CODE), Some(2));
        let procedure = starter().procedure("1.004873").expect("it ships");
        assert_eq!(forms.way_on(procedure), WayOn::AnyForm);
    }

    #[test]
    fn a_procedure_with_a_form_of_its_own_is_gone_through_by_it() {
        let procedure = starter().procedure("1.004873").expect("it ships");
        assert_eq!(Forms::shipped().way_on(procedure), WayOn::AnyForm);
        let (forms, _) = Forms::with_added(&[package(&procedure.code, 1)], &[]);
        assert_eq!(forms.way_on(procedure), WayOn::Form);
        let far = Procedure { levels: vec![Level::Ministry], ..procedure.clone() };
        assert_eq!((forms.way_on(&far), Forms::shipped().way_on(&far)), (WayOn::Form, WayOn::Number));
    }
}
