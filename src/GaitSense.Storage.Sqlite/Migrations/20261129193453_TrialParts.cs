using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TrialParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "parts",
                table: "trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "parts",
                table: "trials");
        }
    }
}
