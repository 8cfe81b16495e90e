using Microsoft.EntityFrameworkCore;

namespace GaitSense.Clinic.Accounts;

/// <summary>Accounts in SQLite.</summary>
internal sealed class SqliteAccountContext(DbContextOptions<SqliteAccountContext> options) : AccountContext(options);
