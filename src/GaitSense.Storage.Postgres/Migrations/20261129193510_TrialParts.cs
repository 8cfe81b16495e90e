using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TrialParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "parts",
                schema: "gaitsense",
                table: "trials",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "parts",
                schema: "gaitsense",
                table: "trials");
        }
    }
}
