using System.Globalization;
using GaitSense.Clinic.Accounts;
using GaitSense.Clinic.Hosting;
using GaitSense.Clinic.Store;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Regimes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>The store itself: its audit, backups, what rules apply, the computers it runs on.</summary>
internal static class StoreApi
{
    /// <summary>Maps it.</summary>
    public static void MapStoreApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/health", () => new { status = "ok" }).AllowAnonymous();
        api.MapGet("/audit", AuditAsync).RequireAuthorization(Policies.Admin);
        api.MapGet("/audit/check", CheckAsync).RequireAuthorization(Policies.Admin);
        api.MapPost("/backups", BackupAsync).RequireAuthorization(Policies.Admin);
        api.MapGet("/statement", StatementAsync).RequireAuthorization(Policies.SignedIn);
        api.MapPost("/statement", StateAsync).RequireAuthorization(Policies.Admin);
        api.MapGet("/sensors", SensorsAsync).RequireAuthorization(Policies.SignedIn);
        api.MapGet("/nodes", NodesAsync).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> AuditAsync(long? after, int? limit, ClinicStore store, AccountBook accounts, CancellationToken stop)
    {
        int most = Answers.Limit(limit);
        Dictionary<string, string> names = (await accounts.ListAsync(stop)).ToDictionary(a => a.Id, a => a.UserName ?? a.Id, StringComparer.Ordinal);
        long last = (after ?? (await store.Everybody.Audit.LastAsync(stop))?.Seq + 1) ?? 1;
        long from = Math.Max(0, last - 1 - most);
        IReadOnlyList<AuditEntry> lines = await store.Everybody.Audit.ListAsync(from, (int)(last - 1 - from), stop);
        return Answers.List(
            lines.Reverse().Select(a => new { seq = a.Seq, at = a.At, account = names.GetValueOrDefault(a.Account, a.Account), verb = a.Verb, what = a.What.Length > 0 ? a.What : null, subject = a.Subject, hash = a.Hash }),
            from > 0 ? (from + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static async Task<IResult> CheckAsync(ClinicStore store, CancellationToken stop)
    {
        AuditReport report = await store.Everybody.Audit.VerifyAsync(cancellation: stop);
        return Answers.Json(new { state = report.State, lines = report.Lines, seq = report.Seq, words = report.Words });
    }

    private static async Task<IResult> BackupAsync(ClinicStore store, ClinicOptions options, CancellationToken stop)
    {
        string folder = options.BackupFolder ?? Path.Combine(Path.GetDirectoryName(store.Everybody.Location.Folder) ?? "", "backups");
        BackupReport made = await StoreBackup.WriteAsync(store.Everybody, folder, cancellation: stop);
        await store.Everybody.Audit.AddAsync("backup made", what: $"{made.Audit.Seq.ToString(CultureInfo.InvariantCulture)} {made.Audit.Hash}", cancellation: stop);
        return Answers.Json(new { file = made.Path, bytes = made.Bytes, people = made.People, sessions = made.Sessions, recordings = made.Recordings, audit_seq = made.Audit.Seq, audit_hash = made.Audit.Hash }, StatusCodes.Status201Created);
    }

    private static async Task<IResult> StatementAsync(ClinicStore store, CancellationToken stop) => Answers.Json(new { statement = await store.Everybody.Statements.CurrentAsync(stop) });

    private static async Task<IResult> StateAsync(Given given, ClinicStore store, CancellationToken stop)
    {
        Statement statement = new() { Regime = Answers.Word<Regime>(given.Regime, "regime"), Reference = OutsideText.Line(given.Reference ?? "").Trim(), By = store.UserName, At = store.Now };
        await store.Everybody.Statements.AddAsync(statement, stop);
        return Answers.Json(statement, StatusCodes.Status201Created);
    }

    private static async Task<IResult> SensorsAsync(ClinicStore store, CancellationToken stop) =>
        Answers.List((await store.Everybody.Sensors.ListAsync(stop)).Select(s => new { id = s.Id, model = s.Model.Length > 0 ? s.Model : null, foot = s.Foot, battery_percent = s.BatteryPercent, seen = s.SeenAt }));

    private static async Task<IResult> NodesAsync(ClinicStore store, CancellationToken stop) => Answers.List(
        (await store.Everybody.Sessions.LiveAsync(stop)).GroupBy(l => l.Node, StringComparer.Ordinal).Select(g => new { node = g.Key, live = g.Count(), heartbeat = g.Max(l => l.Heartbeat) }));

    internal sealed record Given(string? Regime, string? Reference);
}
