using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DaysAndStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "first_week",
                schema: "gaitsense",
                table: "plans",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "day_checks",
                schema: "gaitsense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    local_date = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    questions_version = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    held = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_checks", x => x.id);
                    table.ForeignKey(
                        name: "FK_day_checks_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "gaitsense",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statements",
                schema: "gaitsense",
                columns: table => new
                {
                    at = table.Column<long>(type: "bigint", nullable: false),
                    regime = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => x.at);
                });

            migrationBuilder.CreateIndex(
                name: "IX_day_checks_person_id_local_date",
                schema: "gaitsense",
                table: "day_checks",
                columns: new[] { "person_id", "local_date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "day_checks",
                schema: "gaitsense");

            migrationBuilder.DropTable(
                name: "statements",
                schema: "gaitsense");

            migrationBuilder.DropColumn(
                name: "first_week",
                schema: "gaitsense",
                table: "plans");
        }
    }
}
