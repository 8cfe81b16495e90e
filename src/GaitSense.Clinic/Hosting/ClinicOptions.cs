using System.Net;
using GaitSense.Storage;

namespace GaitSense.Clinic.Hosting;

/// <summary>How the clinic's server serves.</summary>
public sealed record ClinicOptions
{
    /// <summary>The store; made where there is none.</summary>
    public required StoreLocation Store { get; init; }

    /// <summary>The built pages; null: the API alone.</summary>
    public Pages.PageFolder? Pages { get; init; }

    /// <summary>0 to 65535; 0: one that is free.</summary>
    public int Port { get; init; }

    /// <summary>An address of this computer that others reach. <value>The default is none: only this computer.</value></summary>
    public IPAddress? Listen { get; init; }

    /// <summary>Certificate for TLS: PEM with its key, or PKCS 12. <value>The default is none.</value></summary>
    public string? Certificate { get; init; }

    /// <summary>Others are served without TLS; only walkers sign in there. <value>The default is no.</value></summary>
    public bool InsecureLan { get; init; }

    /// <summary>Names by which browsers call this computer, beside localhost and the address. Other names are refused.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Proxies whose forwarded headers are believed. <value>The default is none.</value></summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Without a request for so long the desk is locked. <value>The default is 10 minutes.</value></summary>
    public TimeSpan IdleLock { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Passwords and codes that one address may try in a minute. <value>The default is 30.</value></summary>
    public int TriesPerMinute { get; init; } = 30;

    /// <summary>Rounds of a password's hash; null: as many as the framework's default, 100,000. A test that guesses nothing needs fewer.</summary>
    internal int? PasswordRounds { get; init; }

    /// <summary>Where backups go; null: the folder <c>backups</c> beside the store.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>The key of who people are; null: the user's own.</summary>
    public string? IdentityKeyFile { get; init; }

    /// <summary>The clock. <value>The default is the system's.</value></summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The sensors in range of this computer; null: walks have none.</summary>
    public Live.ISensorSources? Sensors { get; init; }

    /// <summary>The sound of this computer, for cues; null: none.</summary>
    public Live.IDeskSound? Sound { get; init; }

    /// <summary>The folder whose recordings may be replayed at the desk; null: none.</summary>
    public string? ImportFolder { get; init; }

    /// <summary>Where the log goes, a line each; null: nowhere. It has no name, no code and no value of a person.</summary>
    public Action<string>? Log { get; init; }
}
