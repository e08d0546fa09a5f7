BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE assignment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	unit_id INTEGER, 
	person_id INTEGER, 
	position INTEGER NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "assignment" VALUES(1,3,'lead',1,NULL,0);
INSERT INTO "assignment" VALUES(2,3,'person',NULL,1,0);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	item_id INTEGER, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	FOREIGN KEY(step_id) REFERENCES step (id)
);
INSERT INTO "change" VALUES(1,1,'report',1,NULL,NULL,'{"id":1,"kind":"annual","title":"云岭市水务局2024年度法治政府建设情况报告","organization":"云岭市水务局","report_year":2024,"plan_year":2025,"file_name":"报告.txt","file_sha256":"0000000000000000000000000000000000000000000000000000000000000000","digest":"6ea7f10e7e3ee995e4d886d4b8b8534c84f89008f53aadf6b5e6c15cbc622d10","text":"云岭市水务局2024年度法治政府建设情况报告\n三、存在问题\n一是河道巡查记录不完整。\n四、下一年计划\n（一）修订水政执法规程。","imported_at":"2025-03-03T02:00:00Z"}');
INSERT INTO "change" VALUES(2,1,'item',1,1,NULL,'{"id":1,"code":"2024-问-01","kind":"problem","year":2024,"title":"河道巡查记录不完整","original_text":"河道巡查记录不完整。","cause":"","goal":"","standard":"","rectification":null,"status":"unassigned","percent":0,"deadline_kind":null,"deadline_text":"","deadline_presumed":false,"deadline_original":null,"deadline_current":null,"result":"","remark":"","return_count":0,"closed_on":null,"report_id":1}');
INSERT INTO "change" VALUES(3,1,'item',2,2,NULL,'{"id":2,"code":"2025-计-01","kind":"commitment","year":2025,"title":"修订水政执法规程","original_text":"修订水政执法规程。","cause":"","goal":"","standard":"","rectification":null,"status":"unassigned","percent":0,"deadline_kind":null,"deadline_text":"","deadline_presumed":false,"deadline_original":null,"deadline_current":null,"result":"","remark":"","return_count":0,"closed_on":null,"report_id":1}');
INSERT INTO "change" VALUES(4,1,'excerpt',1,1,NULL,'{"id":1,"item_id":1,"report_id":1,"role":"statement","start":32,"end":42,"page":null,"section":""}');
INSERT INTO "change" VALUES(5,1,'excerpt',2,2,NULL,'{"id":2,"item_id":2,"report_id":1,"role":"statement","start":54,"end":63,"page":null,"section":""}');
INSERT INTO "change" VALUES(6,2,'item',3,3,NULL,'{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"unassigned","percent":0,"deadline_kind":null,"deadline_text":"","deadline_presumed":false,"deadline_original":null,"deadline_current":null,"result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}');
INSERT INTO "change" VALUES(7,3,'unit',1,NULL,NULL,'{"id":1,"name":"政策法规科","position":0,"active":true}');
INSERT INTO "change" VALUES(8,3,'assignment',1,3,NULL,'{"id":1,"item_id":3,"role":"lead","unit_id":1,"person_id":null,"position":0}');
INSERT INTO "change" VALUES(9,3,'person',1,NULL,NULL,'{"id":1,"name":"王小河","unit_id":null,"duty":"","phone":"","active":true}');
INSERT INTO "change" VALUES(10,3,'assignment',2,3,NULL,'{"id":2,"item_id":3,"role":"person","unit_id":null,"person_id":1,"position":0}');
INSERT INTO "change" VALUES(11,3,'item',3,3,'{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"unassigned","percent":0,"deadline_kind":null,"deadline_text":"","deadline_presumed":false,"deadline_original":null,"deadline_current":null,"result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}','{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"not_started","percent":0,"deadline_kind":null,"deadline_text":"","deadline_presumed":false,"deadline_original":null,"deadline_current":null,"result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}');
INSERT INTO "change" VALUES(12,4,'item',3,3,'{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"not_started","percent":0,"deadline_kind":null,"deadline_text":"","deadline_presumed":false,"deadline_original":null,"deadline_current":null,"result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}','{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"not_started","percent":0,"deadline_kind":"date","deadline_text":"","deadline_presumed":false,"deadline_original":"2025-06-30","deadline_current":"2025-06-30","result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}');
INSERT INTO "change" VALUES(13,5,'item',3,3,'{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"not_started","percent":0,"deadline_kind":"date","deadline_text":"","deadline_presumed":false,"deadline_original":"2025-06-30","deadline_current":"2025-06-30","result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}','{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"under_way","percent":30,"deadline_kind":"date","deadline_text":"","deadline_presumed":false,"deadline_original":"2025-06-30","deadline_current":"2025-06-30","result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}');
INSERT INTO "change" VALUES(14,5,'note',1,3,NULL,'{"id":1,"item_id":3,"text":"已整理案卷 20 卷","percent":30,"author":"陈法规","noted_on":"2025-03-03"}');
INSERT INTO "change" VALUES(15,6,'note',1,3,'{"id":1,"item_id":3,"text":"已整理案卷 20 卷","percent":30,"author":"陈法规","noted_on":"2025-03-03"}',NULL);
INSERT INTO "change" VALUES(16,6,'item',3,3,'{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"under_way","percent":30,"deadline_kind":"date","deadline_text":"","deadline_presumed":false,"deadline_original":"2025-06-30","deadline_current":"2025-06-30","result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}','{"id":3,"code":"2024-问-02","kind":"problem","year":2024,"title":"案卷归档不及时","original_text":"","cause":"","goal":"","standard":"","rectification":null,"status":"not_started","percent":0,"deadline_kind":"date","deadline_text":"","deadline_presumed":false,"deadline_original":"2025-06-30","deadline_current":"2025-06-30","result":"","remark":"","return_count":0,"closed_on":null,"report_id":null}');
CREATE TABLE code_series (
	kind VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (kind, year)
);
INSERT INTO "code_series" VALUES('problem',2024,2);
INSERT INTO "code_series" VALUES('commitment',2025,1);
CREATE TABLE evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sha256 VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	measure_id INTEGER, 
	note_id INTEGER, 
	added_at VARCHAR NOT NULL, 
	added_by VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	remark VARCHAR NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(measure_id) REFERENCES measure (id), 
	FOREIGN KEY(note_id) REFERENCES note (id)
);
CREATE TABLE excerpt (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	page INTEGER, 
	section VARCHAR NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(report_id) REFERENCES report (id)
);
INSERT INTO "excerpt" VALUES(1,1,1,'statement',32,42,NULL,'');
INSERT INTO "excerpt" VALUES(2,2,1,'statement',54,63,NULL,'');
CREATE TABLE extension (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	from_date VARCHAR NOT NULL, 
	to_date VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	approver VARCHAR NOT NULL, 
	asked_on VARCHAR NOT NULL, 
	late BOOLEAN NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	code VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	original_text VARCHAR NOT NULL, 
	cause VARCHAR NOT NULL, 
	goal VARCHAR NOT NULL, 
	standard VARCHAR NOT NULL, 
	rectification VARCHAR, 
	status VARCHAR NOT NULL, 
	percent INTEGER NOT NULL, 
	deadline_kind VARCHAR, 
	deadline_text VARCHAR NOT NULL, 
	deadline_presumed BOOLEAN NOT NULL, 
	deadline_original VARCHAR, 
	deadline_current VARCHAR, 
	result VARCHAR NOT NULL, 
	remark VARCHAR NOT NULL, 
	return_count INTEGER NOT NULL, 
	closed_on VARCHAR, 
	report_id INTEGER, 
	FOREIGN KEY(report_id) REFERENCES report (id), 
	UNIQUE (code)
);
INSERT INTO "item" VALUES(1,'2024-问-01','problem',2024,'河道巡查记录不完整','河道巡查记录不完整。','','','',NULL,'unassigned',0,NULL,'',0,NULL,NULL,'','',0,NULL,1);
INSERT INTO "item" VALUES(2,'2025-计-01','commitment',2025,'修订水政执法规程','修订水政执法规程。','','','',NULL,'unassigned',0,NULL,'',0,NULL,NULL,'','',0,NULL,1);
INSERT INTO "item" VALUES(3,'2024-问-02','problem',2024,'案卷归档不及时','','','','',NULL,'not_started',0,'date','',0,'2025-06-30','2025-06-30','','',0,NULL,NULL);
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	office VARCHAR NOT NULL, 
	created_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "ledger" VALUES(1,'云岭市水务局','2025-03-03T02:00:00+00:00');
CREATE TABLE link (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	FOREIGN KEY(from_id) REFERENCES item (id), 
	FOREIGN KEY(to_id) REFERENCES item (id)
);
CREATE TABLE measure (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	unit_id INTEGER, 
	person_id INTEGER, 
	deadline VARCHAR, 
	deadline_text VARCHAR NOT NULL, 
	done BOOLEAN NOT NULL, 
	done_on VARCHAR, 
	unfinished_reason VARCHAR NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	percent INTEGER, 
	author VARCHAR NOT NULL, 
	noted_on VARCHAR NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	unit_id INTEGER, 
	duty VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "person" VALUES(1,'王小河',NULL,'','',1);
CREATE TABLE report (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	organization VARCHAR NOT NULL, 
	report_year INTEGER, 
	plan_year INTEGER, 
	file_name VARCHAR NOT NULL, 
	file_sha256 VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	imported_at VARCHAR NOT NULL
);
INSERT INTO "report" VALUES(1,'annual','云岭市水务局2024年度法治政府建设情况报告','云岭市水务局',2024,2025,'报告.txt','0000000000000000000000000000000000000000000000000000000000000000','6ea7f10e7e3ee995e4d886d4b8b8534c84f89008f53aadf6b5e6c15cbc622d10','云岭市水务局2024年度法治政府建设情况报告
三、存在问题
一是河道巡查记录不完整。
四、下一年计划
（一）修订水政执法规程。','2025-03-03T02:00:00Z');
CREATE TABLE review (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	move VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	decided_on VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	operation VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	reverses INTEGER, 
	reversible BOOLEAN NOT NULL, 
	FOREIGN KEY(reverses) REFERENCES step (id)
);
INSERT INTO "step" VALUES(1,'ImportReport','导入《云岭市水务局2024年度法治政府建设情况报告》：1 项问题、1 项计划任务','2025-03-03T02:00:00+00:00','陈法规','do',NULL,1);
INSERT INTO "step" VALUES(2,'AddItem','新建问题 2024-问-02','2025-03-03T02:00:00+00:00','陈法规','do',NULL,1);
INSERT INTO "step" VALUES(3,'AssignOwners','明确 2024-问-02 的责任：牵头单位政策法规科，责任人王小河','2025-03-03T02:00:00+00:00','陈法规','do',NULL,1);
INSERT INTO "step" VALUES(4,'SetDeadline','确定 2024-问-02 的时限为2025-06-30','2025-03-03T02:00:00+00:00','陈法规','do',NULL,1);
INSERT INTO "step" VALUES(5,'AddNote','登记 2024-问-02 的进展','2025-03-03T02:00:00+00:00','陈法规','do',NULL,1);
INSERT INTO "step" VALUES(6,'ReverseStep','撤销：登记 2024-问-02 的进展','2025-03-03T02:00:00+00:00','陈法规','undo',5,1);
CREATE TABLE unit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	active BOOLEAN NOT NULL, 
	UNIQUE (name)
);
INSERT INTO "unit" VALUES(1,'政策法规科',0,1);
CREATE INDEX ix_report_digest ON report (digest);
CREATE INDEX ix_step_reverses ON step (reverses);
CREATE INDEX ix_change_item_id ON change (item_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE INDEX ix_item_report_id ON item (report_id);
CREATE INDEX ix_person_name ON person (name);
CREATE INDEX ix_person_unit_id ON person (unit_id);
CREATE INDEX ix_assignment_item_id ON assignment (item_id);
CREATE INDEX ix_assignment_person_id ON assignment (person_id);
CREATE INDEX ix_assignment_unit_id ON assignment (unit_id);
CREATE INDEX ix_excerpt_item_id ON excerpt (item_id);
CREATE INDEX ix_excerpt_report_id ON excerpt (report_id);
CREATE INDEX ix_extension_item_id ON extension (item_id);
CREATE INDEX ix_link_from_id ON link (from_id);
CREATE INDEX ix_link_to_id ON link (to_id);
CREATE INDEX ix_measure_item_id ON measure (item_id);
CREATE INDEX ix_measure_person_id ON measure (person_id);
CREATE INDEX ix_measure_unit_id ON measure (unit_id);
CREATE INDEX ix_note_item_id ON note (item_id);
CREATE INDEX ix_review_item_id ON review (item_id);
CREATE INDEX ix_evidence_item_id ON evidence (item_id);
CREATE INDEX ix_evidence_measure_id ON evidence (measure_id);
CREATE INDEX ix_evidence_note_id ON evidence (note_id);
CREATE INDEX ix_evidence_sha256 ON evidence (sha256);
CREATE VIEW item_card AS
SELECT item.id, item.code, item.kind, item.year, item.title, substr(item.original_text, 1, 60) AS text, item.status,
    item.percent, item.rectification, item.deadline_kind, item.deadline_original, item.deadline_current,
    item.deadline_presumed, item.deadline_text,
    coalesce(owners.lead, '') AS lead, coalesce(owners.support, '') AS support,
    coalesce(owners.person, '') AS person, coalesce(owners.leader, '') AS leader,
    coalesce(measures.number, 0) AS measures, coalesce(measures.done, 0) AS measures_done,
    coalesce(proofs.number, 0) AS evidence, coalesce(moved.number, 0) AS extensions,
    item.return_count, notes.last AS last_note, item.closed_on, item.report_id,
    coalesce(report.title, '') AS report_title
FROM item
LEFT JOIN report ON report.id = item.report_id
LEFT JOIN (
    SELECT item_id,
        group_concat(name, '、') FILTER (WHERE role = 'lead') AS lead,
        group_concat(name, '、') FILTER (WHERE role = 'support') AS support,
        group_concat(name, '、') FILTER (WHERE role = 'person') AS person,
        group_concat(name, '、') FILTER (WHERE role = 'leader') AS leader
    FROM (
        SELECT assignment.item_id, assignment.role, coalesce(unit.name, person.name) AS name
        FROM assignment
        LEFT JOIN unit ON unit.id = assignment.unit_id
        LEFT JOIN person ON person.id = assignment.person_id
        ORDER BY assignment.item_id, assignment.position, assignment.id
    )
    GROUP BY item_id
) AS owners ON owners.item_id = item.id
LEFT JOIN (
    SELECT item_id, count(*) AS number, sum(done) AS done FROM measure GROUP BY item_id
) AS measures ON measures.item_id = item.id
LEFT JOIN (SELECT item_id, count(*) AS number FROM evidence GROUP BY item_id) AS proofs ON proofs.item_id = item.id
LEFT JOIN (SELECT item_id, count(*) AS number FROM extension GROUP BY item_id) AS moved ON moved.item_id = item.id
LEFT JOIN (SELECT item_id, max(noted_on) AS last FROM note GROUP BY item_id) AS notes ON notes.item_id = item.id;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('report',1);
INSERT INTO "sqlite_sequence" VALUES('item',3);
INSERT INTO "sqlite_sequence" VALUES('excerpt',2);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('change',16);
INSERT INTO "sqlite_sequence" VALUES('unit',1);
INSERT INTO "sqlite_sequence" VALUES('assignment',2);
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('note',1);
COMMIT;
