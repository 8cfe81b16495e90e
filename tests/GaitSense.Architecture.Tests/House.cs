namespace GaitSense.Architecture.Tests;

/// <summary>The house as data: what each project may reference. A new edge fails here first, so it is discussed.</summary>
internal static class House
{
    public sealed record Room(string Name, int Level, string[] Projects, string[] Packages, string? AssemblyName = null, string? TestedBy = null)
    {
        public string Assembly => AssemblyName ?? Name;

        public override string ToString() => Name; // the name of the test case
    }

    public static readonly Room[] Rooms =
    [
        new("GaitSense.Core", 0, [], []),
        new("GaitSense.Protocol", 0, [], []),
        new("GaitSense.Reference", 1, ["GaitSense.Core"], []),
        new("GaitSense.Streams", 2, ["GaitSense.Core", "GaitSense.Protocol"], []),
        new("GaitSense.Simulation", 2, ["GaitSense.Core", "GaitSense.Reference", "GaitSense.Protocol"], ["MathNet.Numerics"]),
        new("GaitSense.Recording", 2, ["GaitSense.Core", "GaitSense.Reference"], ["CsvHelper"]),
        new("GaitSense.Analysis", 2, ["GaitSense.Core", "GaitSense.Reference"], ["MathNet.Numerics"]),
        new("GaitSense.Feedback", 2, ["GaitSense.Core"], []),
        new("GaitSense.Devices", 3, ["GaitSense.Core", "GaitSense.Protocol", "GaitSense.Streams"], []),
        new("GaitSense.Walk", 3, ["GaitSense.Streams", "GaitSense.Feedback", "GaitSense.Recording", "GaitSense.Analysis"], []),
        new("GaitSense.Training", 3, ["GaitSense.Core", "GaitSense.Analysis"], []),
        new("GaitSense.Devices.Linux", 4, ["GaitSense.Devices"], ["Tmds.DBus.Protocol"]),
        new("GaitSense.Devices.InTheHand", 4, ["GaitSense.Devices"], ["InTheHand.BluetoothLE"]),
        new("GaitSense.Sessions", 4, ["GaitSense.Walk", "GaitSense.Devices", "GaitSense.Simulation"], ["Microsoft.Extensions.Hosting", "System.Reactive"]),
        new("GaitSense.Storage", 4, ["GaitSense.Training", "GaitSense.Recording"], ["Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL"]),
        new("GaitSense.Storage.Sqlite", 5, ["GaitSense.Storage"], ["Microsoft.EntityFrameworkCore.Design"], TestedBy: "GaitSense.Storage"),
        new("GaitSense.Storage.Postgres", 5, ["GaitSense.Storage"], ["Microsoft.EntityFrameworkCore.Design"], TestedBy: "GaitSense.Storage"),
        new("GaitSense.Exchange", 5, ["GaitSense.Training", "GaitSense.Recording"], ["Hl7.Fhir.R4", "Parquet.Net"]),
        new("GaitSense.Browser", 5, ["GaitSense.Walk", "GaitSense.Simulation", "GaitSense.Devices", "GaitSense.Training"], []),
        new("GaitSense.Clinic", 6, ["GaitSense.Sessions", "GaitSense.Storage", "GaitSense.Exchange"], ["Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", "Microsoft.AspNetCore.OpenApi", "Microsoft.Extensions.Hosting.Systemd", "Microsoft.Extensions.Hosting.WindowsServices", "Microsoft.EntityFrameworkCore.Design"]),
        new("GaitSense.Cli", 7, ["GaitSense.Devices.Linux", "GaitSense.Devices.InTheHand", "GaitSense.Clinic", "GaitSense.Storage.Sqlite", "GaitSense.Storage.Postgres"], ["System.CommandLine", "Spectre.Console", "Parquet.Net"], "gaitsense"),
    ];

    /// <summary>The level of an assembly of this house, by its project's or its file's name.</summary>
    public static Room? Find(string name) => Rooms.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal) || string.Equals(r.Assembly, name, StringComparison.Ordinal));

    /// <summary>The rooms that a walk runs in, wherever it runs: those that run in a browser.</summary>
    public static IEnumerable<Room> OfTheWalk { get; } = Visible(Find("GaitSense.Browser")!).Order(StringComparer.Ordinal).Select(n => Find(n)!);

    /// <summary>All that a room may see: its projects and theirs.</summary>
    public static HashSet<string> Visible(Room room)
    {
        HashSet<string> seen = [];
        void Add(Room r)
        {
            foreach (string project in r.Projects)
                if (seen.Add(project)) Add(Find(project)!);
        }

        Add(room);
        return seen;
    }
}
