using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Deletion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_done",
                schema: "gaitsense",
                table: "tombstones",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ending",
                schema: "gaitsense",
                table: "recordings",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_gone",
                schema: "gaitsense",
                table: "recordings",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_done",
                schema: "gaitsense",
                table: "tombstones");

            migrationBuilder.DropColumn(
                name: "ending",
                schema: "gaitsense",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "is_gone",
                schema: "gaitsense",
                table: "recordings");
        }
    }
}
