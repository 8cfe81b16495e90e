using System.Security.Claims;
using GaitSense.Storage;

namespace GaitSense.Clinic.Live;

/// <summary>What live sessions need of the server and of this computer.</summary>
public sealed record LiveSetup
{
    /// <summary>The store, of its owner.</summary>
    public required TrainingStore Store { get; init; }

    /// <summary>Who a signed-in account is in the store; null: an account that has no business with walks.</summary>
    public required Func<ClaimsPrincipal, Actor?> ActorOf { get; init; }

    /// <summary>What this computer is called (<see cref="NodeName"/>).</summary>
    public required string Node { get; init; }

    /// <summary>The clock by which packets arrive. <value>The default is the system's.</value></summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The sensors in range of this computer; null: it has no Bluetooth, or none that is for walks.</summary>
    public ISensorSources? Sensors { get; init; }

    /// <summary>The sound of this computer; null: none.</summary>
    public IDeskSound? Sound { get; init; }

    /// <summary>The folder whose recordings may be replayed; null: none.</summary>
    public string? ImportFolder { get; init; }

    /// <summary>Sessions that may run here at a time. <value>The default is 64.</value></summary>
    public int MaxSessions { get; init; } = 64;

    /// <summary>A backward walk that nobody watches for so long stops. <value>The default is 2 s.</value></summary>
    public TimeSpan AloneLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So long a backward walk that has just begun waits for somebody to watch it. <value>The default is 10 s.</value></summary>
    public TimeSpan FirstWatchLimit { get; init; } = TimeSpan.FromSeconds(10);
}
