using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "gaitsense");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "gaitsense",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "people",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: false),
                    aid = table.Column<string>(type: "text", nullable: false),
                    orthosis = table.Column<string>(type: "text", nullable: false),
                    affected_side = table.Column<string>(type: "text", nullable: false),
                    leg_length_m = table.Column<double>(type: "double precision", nullable: true),
                    disease_steps = table.Column<int>(type: "integer", nullable: true),
                    relapse_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cleared_on = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    audit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                    table.CheckConstraint("person_code", "code <> ''");
                });

            migrationBuilder.CreateTable(
                name: "recordings",
                schema: "gaitsense",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recordings", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "sensors",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    firmware = table.Column<string>(type: "text", nullable: false),
                    foot = table.Column<string>(type: "text", nullable: true),
                    battery_percent = table.Column<int>(type: "integer", nullable: true),
                    seen_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sensors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                schema: "gaitsense",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tombstones", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    given = table.Column<long>(type: "bigint", nullable: false),
                    withdrawn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.id);
                    table.ForeignKey(
                        name: "FK_consents_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "falls",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    local_date = table.Column<DateOnly>(type: "date", nullable: false),
                    injury = table.Column<bool>(type: "boolean", nullable: false),
                    during_session = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_falls", x => x.id);
                    table.ForeignKey(
                        name: "FK_falls_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                schema: "gaitsense",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => new { x.account, x.person_id });
                    table.ForeignKey(
                        name: "FK_memberships_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notes", x => x.id);
                    table.ForeignKey(
                        name: "FK_notes_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    slots = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.id);
                    table.CheckConstraint("plan_days", "\"to\" >= \"from\"");
                    table.CheckConstraint("plan_version", "version >= 1");
                    table.ForeignKey(
                        name: "FK_plans_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sign_offs",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_offs", x => x.id);
                    table.ForeignKey(
                        name: "FK_sign_offs_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    task = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<long>(type: "bigint", nullable: false),
                    end = table.Column<long>(type: "bigint", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    company = table.Column<bool>(type: "boolean", nullable: false),
                    aid = table.Column<string>(type: "text", nullable: false),
                    orthosis = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    stop_reason = table.Column<string>(type: "text", nullable: false),
                    recording_hash = table.Column<string>(type: "text", nullable: true),
                    software = table.Column<string>(type: "text", nullable: false),
                    settings_digest = table.Column<string>(type: "text", nullable: true),
                    self_reports = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.CheckConstraint("session_times", "\"end\" IS NULL OR \"end\" >= start");
                    table.ForeignKey(
                        name: "FK_sessions_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_sessions_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "gaitsense",
                        principalTable: "plans",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "live_sessions",
                schema: "gaitsense",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    heartbeat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_live_sessions", x => x.session_id);
                    table.ForeignKey(
                        name: "FK_live_sessions_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_live_sessions_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "gaitsense",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                schema: "gaitsense",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "text", nullable: true),
                    direction = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    low95 = table.Column<double>(type: "double precision", nullable: true),
                    high95 = table.Column<double>(type: "double precision", nullable: true),
                    n = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    withheld = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measures", x => new { x.session_id, x.ordinal });
                    table.CheckConstraint("measure_value_or_withheld", "(value IS NULL) <> (withheld IS NULL)");
                    table.ForeignKey(
                        name: "FK_measures_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "gaitsense",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trials",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    test = table.Column<string>(type: "text", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    instruction = table.Column<string>(type: "text", nullable: false),
                    practice = table.Column<bool>(type: "boolean", nullable: false),
                    go_s = table.Column<double>(type: "double precision", nullable: true),
                    watch_s = table.Column<double>(type: "double precision", nullable: true),
                    feet = table.Column<string>(type: "jsonb", nullable: false),
                    distance_m = table.Column<double>(type: "double precision", nullable: true),
                    official = table.Column<double>(type: "double precision", nullable: true),
                    definition = table.Column<string>(type: "text", nullable: true),
                    validity = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trials", x => x.id);
                    table.ForeignKey(
                        name: "FK_trials_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "gaitsense",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "live_sensors",
                schema: "gaitsense",
                columns: table => new
                {
                    sensor = table.Column<string>(type: "text", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_live_sensors", x => x.sensor);
                    table.ForeignKey(
                        name: "FK_live_sensors_live_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "gaitsense",
                        principalTable: "live_sessions",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject",
                schema: "gaitsense",
                table: "audit",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_consents_person_id_what",
                schema: "gaitsense",
                table: "consents",
                columns: new[] { "person_id", "what" });

            migrationBuilder.CreateIndex(
                name: "IX_falls_person_id_local_date",
                schema: "gaitsense",
                table: "falls",
                columns: new[] { "person_id", "local_date" });

            migrationBuilder.CreateIndex(
                name: "IX_live_sensors_session_id",
                schema: "gaitsense",
                table: "live_sensors",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_live_sessions_person_id",
                schema: "gaitsense",
                table: "live_sessions",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_measures_name_direction",
                schema: "gaitsense",
                table: "measures",
                columns: new[] { "name", "direction" });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_person_id",
                schema: "gaitsense",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_notes_person_id_at",
                schema: "gaitsense",
                table: "notes",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_people_audit_id",
                schema: "gaitsense",
                table: "people",
                column: "audit_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_code",
                schema: "gaitsense",
                table: "people",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_person_id_version",
                schema: "gaitsense",
                table: "plans",
                columns: new[] { "person_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_person_id_start_id",
                schema: "gaitsense",
                table: "sessions",
                columns: new[] { "person_id", "start", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_plan_id",
                schema: "gaitsense",
                table: "sessions",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_recording_hash",
                schema: "gaitsense",
                table: "sessions",
                column: "recording_hash");

            migrationBuilder.CreateIndex(
                name: "IX_sign_offs_person_id_what_until",
                schema: "gaitsense",
                table: "sign_offs",
                columns: new[] { "person_id", "what", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_trials_session_id_no",
                schema: "gaitsense",
                table: "trials",
                columns: new[] { "session_id", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_trials_test",
                schema: "gaitsense",
                table: "trials",
                column: "test");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "consents",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "falls",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "live_sensors",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "measures",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "memberships",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "notes",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "recordings",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "sensors",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "sign_offs",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "tombstones",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "trials",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "live_sessions",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "people",
                schema: "gaitsense");
        }
    }
}
