using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GaitSense.Storage;

/// <summary>The tables of a store: the records of Training as they are, and what a store needs beside them.</summary>
internal static class StoreModel
{
    /// <summary>Shadow key of what belongs to a session.</summary>
    public const string SessionId = "SessionId";

    /// <summary>Shadow number that keeps the order of a session's measures.</summary>
    public const string Ordinal = "Ordinal";

    /// <summary>Shadow column of people: the random id that the audit knows them by.</summary>
    public const string AuditId = "AuditId";

    /// <summary>Builds the model.</summary>
    /// <param name="model">Receives it.</param>
    /// <param name="json">The database's type of columns that hold JSON.</param>
    public static void Configure(ModelBuilder model, string json)
    {
        model.Entity<Person>(person =>
        {
            person.HasIndex(p => p.Code).IsUnique();
            person.Property<Guid>(AuditId);
            person.HasIndex(AuditId).IsUnique();
            Check(person, "person_code", "code <> ''");
        });
        model.Entity<Plan>(plan =>
        {
            plan.HasIndex(p => new { p.PersonId, p.Version }).IsUnique();
            Check(plan, "plan_days", "\"to\" >= \"from\"");
            Check(plan, "plan_version", "version >= 1");
        });
        model.Entity<Session>(session =>
        {
            session.HasIndex(s => new { s.PersonId, s.Start, s.Id }); // pages of a person's sessions, by key
            session.HasIndex(s => s.RecordingHash);
            session.Ignore(s => s.Measures).Ignore(s => s.Trials); // tables of their own
            session.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.NoAction);
            Check(session, "session_times", "\"end\" IS NULL OR \"end\" >= start");
        });
        model.Entity<Measure>(measure =>
        {
            OfSession(measure);
            measure.Property<int>(Ordinal);
            measure.HasKey(SessionId, Ordinal);
            measure.HasIndex(m => new { m.Name, m.Direction });
            Check(measure, "measure_value_or_withheld", "(value IS NULL) <> (withheld IS NULL)");
        });
        model.Entity<Trial>(trial =>
        {
            OfSession(trial);
            trial.HasIndex(SessionId, nameof(Trial.No)).IsUnique();
            trial.HasIndex(t => t.Test);
        });
        OfPerson<Plan>(model);
        OfPerson<Session>(model);
        OfPerson<SignOff>(model).HasIndex(s => new { s.PersonId, s.What, s.Until });
        OfPerson<Consent>(model).HasIndex(c => new { c.PersonId, c.What });
        OfPerson<Fall>(model).HasIndex(f => new { f.PersonId, f.LocalDate });
        OfPerson<Note>(model).HasIndex(n => new { n.PersonId, n.At });
        OfPerson<DayCheck>(model).HasIndex(c => new { c.PersonId, c.LocalDate });
        model.Entity<Statement>().HasKey(s => s.At);
        OfPerson<Membership>(model).HasKey(m => new { m.Account, m.PersonId });
        OfPerson<LiveSession>(model).HasKey(l => l.SessionId);
        model.Entity<LiveSession>(live =>
        {
            live.HasIndex(l => l.PersonId).IsUnique();
            live.HasOne<Session>().WithOne().HasForeignKey<LiveSession>(l => l.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<LiveSensor>(sensor =>
        {
            sensor.HasKey(s => s.Sensor);
            sensor.HasOne<LiveSession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Sensor>();
        model.Entity<KeptRecording>().HasKey(r => r.Hash);
        model.Entity<Tombstone>().HasKey(t => t.Subject);
        model.Entity<AuditEntry>(audit =>
        {
            audit.HasKey(a => a.Seq);
            audit.Property(a => a.Seq).ValueGeneratedNever();
            audit.HasIndex(a => a.Subject);
        });
        foreach ((Type type, string table) in Tables)
        {
            EntityTypeBuilder entity = model.Entity(type).ToTable(table);
            StoreColumns.KeepListsAsJson(entity, json);
            foreach (IMutableProperty property in entity.Metadata.GetProperties())
            {
                property.SetColumnName(StoreColumns.NameOf(property.Name));
                if (property.ClrType == typeof(Guid)) property.ValueGenerated = ValueGenerated.Never;
            }
        }
    }

    /// <summary>All tables, by what they hold.</summary>
    public static IReadOnlyDictionary<Type, string> Tables { get; } = new Dictionary<Type, string>
    {
        [typeof(Person)] = "people",
        [typeof(Plan)] = "plans",
        [typeof(Session)] = "sessions",
        [typeof(Measure)] = "measures",
        [typeof(Trial)] = "trials",
        [typeof(SignOff)] = "sign_offs",
        [typeof(Consent)] = "consents",
        [typeof(Fall)] = "falls",
        [typeof(Note)] = "notes",
        [typeof(DayCheck)] = "day_checks",
        [typeof(Statement)] = "statements",
        [typeof(Membership)] = "memberships",
        [typeof(LiveSession)] = "live_sessions",
        [typeof(LiveSensor)] = "live_sensors",
        [typeof(Sensor)] = "sensors",
        [typeof(KeptRecording)] = "recordings",
        [typeof(Tombstone)] = "tombstones",
        [typeof(AuditEntry)] = "audit",
    };

    private static EntityTypeBuilder<T> OfPerson<T>(ModelBuilder model)
        where T : class
    {
        EntityTypeBuilder<T> entity = model.Entity<T>();
        entity.HasOne(typeof(Person)).WithMany().HasForeignKey(nameof(Membership.PersonId)).OnDelete(DeleteBehavior.Cascade);
        return entity;
    }

    private static void OfSession<T>(EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Property<Guid>(SessionId);
        entity.HasOne(typeof(Session)).WithMany().HasForeignKey(SessionId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Check<T>(EntityTypeBuilder<T> entity, string name, string sql)
        where T : class => entity.ToTable(table => table.HasCheckConstraint(name, sql));
}
