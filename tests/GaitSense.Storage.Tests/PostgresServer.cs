using System.Diagnostics;
using Npgsql;

namespace GaitSense.Storage.Tests;

/// <summary>A PostgreSQL for this run of the tests: the one that GAITSENSE_POSTGRES names, or one of its own, started when the first test asks (.ci/postgres).</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lazy<Task<(string? Connection, string Reason)>> _server;
    private string? _folder;

    public PostgresServer() => _server = new(() => StartAsync());

    /// <summary>A new, empty database, by its connection string. Where there is no server the test is skipped with the reason.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        (string? connection, string reason) = await _server.Value;
        Assert.SkipWhen(connection is null, reason);
        string name = "gs_" + Guid.NewGuid().ToString("N");
        await using NpgsqlConnection server = new(connection);
        await server.OpenAsync();
        await using NpgsqlCommand create = new($"CREATE DATABASE {name} TEMPLATE template0", server);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(connection) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Ends its processes as a crash does, and starts it again. Where it is not this run's own the test is skipped.</summary>
    public async Task HaltAsync()
    {
        Assert.SkipWhen((await _server.Value).Connection is not null && _folder is null, "GAITSENSE_POSTGRES names a server of others: it is not halted.");
        await RunAsync("halt", _folder!);
    }

    /// <summary>Starts it again.</summary>
    public Task ResumeAsync() => RunAsync("resume", _folder!);

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null) await RunAsync("stop", _folder);
    }

    private async Task<(string? Connection, string Reason)> StartAsync()
    {
        string? given = Environment.GetEnvironmentVariable("GAITSENSE_POSTGRES");
        if (!string.IsNullOrEmpty(given)) return (given, "");
        if (!OperatingSystem.IsLinux()) return (null, "PostgreSQL is started for tests on Linux alone; GAITSENSE_POSTGRES may name one.");
        string folder = Directory.CreateTempSubdirectory("gaitsense-pg-").FullName;
        (int code, string output) = await RunAsync("start", folder);
        if (code == 0) _folder = folder;
        if (code == 0) return (output.Trim(), "");
        return code == 3 ? (null, output.Trim()) : throw new InvalidOperationException($"PostgreSQL does not start: {output}");
    }

    private static async Task<(int Code, string Output)> RunAsync(string what, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", [Repository.At(".ci", "postgres"), what, folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        // The server inherits neither: pg_ctl waits until it has ended its own writing.
        string output = await process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : error);
    }
}
