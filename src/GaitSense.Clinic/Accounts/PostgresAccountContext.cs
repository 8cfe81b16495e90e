using Microsoft.EntityFrameworkCore;

namespace GaitSense.Clinic.Accounts;

/// <summary>Accounts in PostgreSQL.</summary>
internal sealed class PostgresAccountContext(DbContextOptions<PostgresAccountContext> options) : AccountContext(options);
