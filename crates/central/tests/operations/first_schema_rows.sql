-- A row in every table of the first schema, as the program of that day wrote them: 5 January 2026.
INSERT INTO branch_config VALUES (1, 1767572400000, '', '{"id":"thu","name":"Trung tâm thử","agency":"Ủy ban nhân dân tỉnh An Giang","address":"Long Xuyên","place":"An Giang","agency_code":"H01","groups":[{"id":"ho-tich","prefix":"A","name":{"vi":"Hộ tịch","en":"Civil status"},"icon":"family"}],"services":[{"id":"ho-tich","group":"ho-tich","name":{"vi":"Hộ tịch"},"minutes":8}],"counters":[{"number":1,"serves":["ho-tich"]}]}');
INSERT INTO staff VALUES ('lan', 'Nguyễn Thị Lan', 'administrator',
    '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5a25vd3NpdA$pdHcx4Y5cEVLhE3hg0ymcvFhmPQ1dPcLZlNx4WfBR5M', 0, 1767572400000);
INSERT INTO staff_session VALUES ('0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'lan', 1767572400000);
INSERT INTO event VALUES ('thu', 1, '2026-01-05', 1767572400000, 'day', NULL, NULL, NULL, '{"fact":"day","at":"2026-01-05T07:00:00.000+07:00"}');
INSERT INTO event VALUES ('thu', 2, '2026-01-05', 1767574200000, 'issue', '01900000-0000-7000-8000-000000000002', 'A001', NULL,
    '{"fact":"ticket","ticket":"01900000-0000-7000-8000-000000000002","at":"2026-01-05T07:30:00.000+07:00","by":"device:01900000-0000-7000-8000-000000000001","verb":"issue","label":"A001","group":"ho-tich","service":"ho-tich","language":"vi","arrived":"2026-01-05T07:30:00.000+07:00"}');
INSERT INTO device VALUES ('01900000-0000-7000-8000-000000000001', 'Ki-ốt 1', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 1767572400000, NULL, 2, 1767572400000);
INSERT INTO day_key VALUES ('2026-01-05', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef');
INSERT INTO enrolment_code VALUES ('0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 1767572400000);
INSERT INTO answered VALUES ('device:01900000-0000-7000-8000-000000000001', 'key-1', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 201, x'7b7d', 1767572400000);
INSERT INTO file VALUES ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000001', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 4, 'application/pdf', 1767572400000, x'25504446');
INSERT INTO submission VALUES ('01900000-0000-7000-8000-000000000004', 'H01-260105-0001', '01900000-0000-7000-8000-000000000001', '1.001193', 'Trần Văn Bình', 1767572400000, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', '{"form":{"procedure":"1.001193","version":1}}');
INSERT INTO submission_file VALUES ('01900000-0000-7000-8000-000000000004', '01900000-0000-7000-8000-000000000003');
INSERT INTO acceptance VALUES ('01900000-0000-7000-8000-000000000004', 'H01.260105.0001', 1767572400000, 1767658800000, 'lan', 'Nguyễn Thị Lan', '[]', 1, 1);
INSERT INTO count VALUES ('dossier:H01:2026-01-05', 1);
