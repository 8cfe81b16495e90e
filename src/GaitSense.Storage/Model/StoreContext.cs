using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>One unit of work on a store's database. Rows of people outside of the scope are not there.</summary>
public sealed class StoreContext : DbContext
{
    /// <summary>The schema of PostgreSQL that holds the tables; SQLite has none.</summary>
    internal const string Schema = "gaitsense";

    // Asked by the filters: Entity Framework takes them as parameters, so one model serves all scopes.
    private readonly bool _everyone;
    private readonly string _account;

    /// <summary>Creates a unit of work for everyone's rows: what design-time tools need.</summary>
    public StoreContext(DbContextOptions<StoreContext> options)
        : this(options, PersonScope.Everyone)
    {
    }

    /// <summary>Creates a unit of work.</summary>
    /// <param name="options">The database.</param>
    /// <param name="scope">Whose rows are there.</param>
    public StoreContext(DbContextOptions<StoreContext> options, PersonScope scope)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(scope);
        (_everyone, _account) = (scope.Account is null, scope.Account ?? "");
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        ChangeTracker.AutoDetectChangesEnabled = false; // records are never changed in place
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => StoreColumns.Configure(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        bool isPostgres = Database.IsNpgsql();
        if (isPostgres) modelBuilder.HasDefaultSchema(Schema);
        StoreModel.Configure(modelBuilder, isPostgres ? "jsonb" : "TEXT");
        // In the order of characters, as SQLite has it, whatever the server's language.
        if (isPostgres) modelBuilder.Entity<Person>().Property(p => p.Code).UseCollation("C");

        modelBuilder.Entity<Person>().HasQueryFilter(p => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == p.Id));
        modelBuilder.Entity<Plan>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<Session>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<SignOff>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<Consent>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<Fall>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<Note>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<DayCheck>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<LiveSession>().HasQueryFilter(r => _everyone || Set<Membership>().Any(m => m.Account == _account && m.PersonId == r.PersonId));
        modelBuilder.Entity<Measure>().HasQueryFilter(r => _everyone || Set<Session>().Any(s => s.Id == EF.Property<Guid>(r, StoreModel.SessionId)));
        modelBuilder.Entity<Trial>().HasQueryFilter(r => _everyone || Set<Session>().Any(s => s.Id == EF.Property<Guid>(r, StoreModel.SessionId)));
    }
}
