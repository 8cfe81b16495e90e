namespace GaitSense.Protocol;

/// <summary>A kind of sensor: how to know it, what it can do, how to talk to it. Immutable.</summary>
public abstract class SensorProfile
{
    private protected SensorProfile()
    {
    }

    /// <summary>Short name, as options and files write it: lower case, no space.</summary>
    public abstract string Id { get; }

    /// <summary>Name for people.</summary>
    public abstract string Name { get; }

    /// <summary>What it can do.</summary>
    public abstract SensorLimits Limits { get; }

    /// <summary>The service that it advertises and is found by.</summary>
    public abstract Guid AdvertisedService { get; }

    /// <summary>Beginnings of the names that it advertises where it does not advertise the service.</summary>
    public virtual IReadOnlyList<string> NamePrefixes => [];

    /// <summary>Company identifiers of manufacturer data by which it is known when its owner gave it another name and it does not advertise the service.</summary>
    public virtual IReadOnlyList<ushort> Companies => [];

    /// <summary>What it streams at unless asked otherwise.</summary>
    public virtual StreamSettings DefaultSettings => StreamSettings.Default;

    /// <summary>Whether an advertisement is of this kind.</summary>
    /// <param name="services">Services that it names.</param>
    /// <param name="name">Name that it gives; null: none.</param>
    /// <param name="companies">Company identifiers of its manufacturer data.</param>
    public bool Matches(IEnumerable<Guid> services, string? name, IEnumerable<ushort> companies) =>
        services.Contains(AdvertisedService) || (name is not null && NamePrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal))) || Companies.Intersect(companies).Any();

    /// <summary>Begins to talk to a sensor of this kind, after each connect anew.</summary>
    /// <param name="settings">What is asked for; the nearest that the sensor can do is taken.</param>
    public abstract SensorDialogue Open(StreamSettings settings);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
