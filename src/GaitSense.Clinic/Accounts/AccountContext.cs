using GaitSense.Clinic.Accounts.Devices;
using GaitSense.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Accounts;

/// <summary>Accounts, devices and the keys of cookies, in the store's own database. One model; a context for each database, for their migrations differ.</summary>
internal abstract class AccountContext(DbContextOptions options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    /// <summary>The schema of PostgreSQL; SQLite has none.</summary>
    public const string Schema = "gaitsense_accounts";

    private const string History = "__EFAccountsHistory";

    // The framework asks the program's options for the version of its tables; the third has passkeys.
    private static readonly ServiceProvider Version = new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    /// <summary>Keys of cookies, encrypted.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Phones that may push sessions.</summary>
    public DbSet<Device> Devices => Set<Device>();

    /// <summary>Codes that were given for phones.</summary>
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    /// <summary>A unit of work on the accounts of a store that has been opened.</summary>
    public static AccountContext Open(StoreLocation location)
    {
        if (StoreNeighbour.IsSqlite(location)) return new SqliteAccountContext(Options<SqliteAccountContext>(location));
        return new PostgresAccountContext(Options<PostgresAccountContext>(location));
    }

    /// <summary>Brings the accounts of a store to this version.</summary>
    /// <exception cref="StoreException">They are of a newer one.</exception>
    public static async Task MigrateAsync(StoreLocation location, CancellationToken stop)
    {
        await using AccountContext db = Open(location);
        string[] known = [.. db.Database.GetMigrations()], applied = [.. await db.Database.GetAppliedMigrationsAsync(stop).ConfigureAwait(false)];
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer) throw new StoreException(StoreFailure.Newer, $"{location.Name}: its accounts were made by a newer gaitsense ({newer}): update this program; nothing was changed");
        if (applied.Length < known.Length) await db.Database.MigrateAsync(stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql()) builder.HasDefaultSchema(Schema);
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts").Ignore(a => a.RoleList);
            account.Property(a => a.RoleWords).HasMaxLength(100);
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_tokens");
        builder.Entity<IdentityUserPasskey<string>>().ToTable("account_passkeys");
        builder.Entity<DataProtectionKey>().ToTable("account_keys");
        builder.Entity<Device>(device =>
        {
            device.ToTable("account_devices").HasKey(d => d.TokenHash);
            device.HasIndex(d => d.PersonId);
        });
        builder.Entity<Enrolment>(enrolment =>
        {
            enrolment.ToTable("account_enrolments").HasKey(e => e.CodeHash);
            enrolment.HasIndex(e => e.PersonId);
        });
    }

    private static DbContextOptions<T> Options<T>(StoreLocation location)
        where T : DbContext
    {
        DbContextOptionsBuilder<T> options = new();
        options.UseApplicationServiceProvider(Version);
        StoreNeighbour.Configure(options, location, History, Schema);
        return options.Options;
    }
}
