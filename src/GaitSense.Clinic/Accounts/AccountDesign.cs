using GaitSense.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace GaitSense.Clinic.Accounts;

/// <summary>The models for dotnet-ef, which compares them with the migrations; no database is reached.</summary>
internal sealed class AccountDesign : IDesignTimeDbContextFactory<SqliteAccountContext>, IDesignTimeDbContextFactory<PostgresAccountContext>
{
    SqliteAccountContext IDesignTimeDbContextFactory<SqliteAccountContext>.CreateDbContext(string[] args) => (SqliteAccountContext)AccountContext.Open(StoreLocation.Of("design.db"));

    PostgresAccountContext IDesignTimeDbContextFactory<PostgresAccountContext>.CreateDbContext(string[] args) => (PostgresAccountContext)AccountContext.Open(StoreLocation.Of("Host=nowhere;Database=design"));
}
