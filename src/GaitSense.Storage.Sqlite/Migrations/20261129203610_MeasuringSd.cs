using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MeasuringSd : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "measuring_sd",
                table: "measures",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "measuring_sd",
                table: "measures");
        }
    }
}
