use super::config::{Appointments, BranchConfig, Calling, CounterConfig, EndOfDay, Issuing, PriorityGroup, Service};
use crate::catalogue::{LocalText, ServiceGroup, starter};

impl Default for BranchConfig {
    /// The provincial centre of An Giang with eight counters over the starter catalogue's groups,
    /// one service a group.
    fn default() -> Self {
        let groups = starter().groups.clone();
        let service = |group: &ServiceGroup| Service {
            id: group.id.as_str().into(),
            group: group.id.as_str().into(),
            name: group.name.clone(),
            minutes: 8,
            daily: None,
        };
        let services: Vec<_> = groups.iter().map(service).collect();
        let counters = (0..8_usize).map(|counter| CounterConfig {
            number: counter as u32 + 1,
            serves: (0..services.len().max(8))
                .filter(|place| place % 8 == counter)
                .filter_map(|place| services.get(place % services.len().max(1)).map(|service| service.id.clone()))
                .collect(),
            and_finally: Vec::new(),
        });
        let priority = |id: &str, vi: &str, en: &str| PriorityGroup {
            id: id.into(),
            name: LocalText { vi: vi.to_owned(), en: Some(en.to_owned()) },
        };
        Self {
            id: "angiang".to_owned(),
            name: "Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
            agency: "Ủy ban nhân dân tỉnh An Giang".to_owned(),
            address: "Tỉnh An Giang".to_owned(),
            place: "An Giang".to_owned(),
            agency_code: "H01".to_owned(),
            counters: counters.collect(),
            services,
            groups,
            priorities: vec![
                priority("cao-tuoi", "Người từ đủ 75 tuổi", "People aged 75 or over"),
                priority("thai-san", "Phụ nữ mang thai hoặc có con nhỏ", "Pregnant women, parents with a small child"),
                priority("khuyet-tat", "Người khuyết tật", "People with a disability"),
                priority("co-cong", "Người có công với cách mạng", "People with merit to the nation"),
                priority("lich-hen", "Người có lịch hẹn", "People with an appointment"),
            ],
            calling: Calling::default(),
            issuing: Issuing::default(),
            appointments: Appointments { priority: Some("lich-hen".into()), ..Appointments::default() },
            end_of_day: EndOfDay::Expire,
            notices: Vec::new(),
            bank: None,
            postage: None,
            keep_drafts_days: 7,
            keep_accepted_days: 365,
            keep_open_days: 180,
            transfer_late_minutes: 120,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_centre_serves_every_group_at_eight_counters() {
        let branch = BranchConfig::default();
        branch.check().expect("a sound branch");
        assert_eq!(branch.counters.iter().map(|c| c.number).collect::<Vec<_>>(), (1..=8).collect::<Vec<_>>());
        assert!(branch.counters.iter().all(|counter| !counter.serves.is_empty()));
    }
}
