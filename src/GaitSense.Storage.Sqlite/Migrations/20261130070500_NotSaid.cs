using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GaitSense.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NotSaid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Tables are made anew, and a table cannot take the name back that a trigger of another one asks; all triggers are laid down again afterwards.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS plan_in_use");

            migrationBuilder.AlterColumn<string>(
                name: "orthosis",
                table: "sessions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "aid",
                table: "sessions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "orthosis",
                table: "people",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "aid",
                table: "people",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<bool>(
                name: "injury",
                table: "falls",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(bool),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<bool>(
                name: "during_session",
                table: "falls",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(bool),
                oldType: "INTEGER");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Tables are made anew, and a table cannot take the name back that a trigger of another one asks; all triggers are laid down again afterwards.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS plan_in_use");

            migrationBuilder.AlterColumn<string>(
                name: "orthosis",
                table: "sessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "None",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "aid",
                table: "sessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "None",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "orthosis",
                table: "people",
                type: "TEXT",
                nullable: false,
                defaultValue: "None",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "aid",
                table: "people",
                type: "TEXT",
                nullable: false,
                defaultValue: "None",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<bool>(
                name: "injury",
                table: "falls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false,
                oldClrType: typeof(bool),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<bool>(
                name: "during_session",
                table: "falls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false,
                oldClrType: typeof(bool),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
