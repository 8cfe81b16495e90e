using System.Globalization;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Streams;

namespace GaitSense.Cli.Ble;

/// <summary>How the links have been, after the walk.</summary>
internal static class LinkReport
{
    /// <summary>Writes a line for each foot and one for the delay.</summary>
    public static void Write(TextWriter output, BleSource source)
    {
        foreach (LinkQuality q in source.Links)
        {
            long all = q.Received + q.Lost;
            FootPresence presence = source.Streams.Presence.First(p => p.Foot == q.Foot);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Words.Of(q.Foot)} link: {q.Received} samples, {q.Lost} lost ({(all > 0 ? 100.0 * q.Lost / all : 0):0.00} %), there {presence.WalkS - presence.AwayS:0.0} of {presence.WalkS:0.0} s, {q.Duplicates} packets twice, {q.Reordered} out of order, {q.Late} too late, {q.Malformed} malformed, {q.Dropped} dropped, {q.Reconnects} reconnects, {q.Restarts} restarts{Optional("jitter p50/p99", 1000 * q.JitterMedianS, 1000 * q.JitterP99S, "ms")}{Optional("signal", q.RssiDbm, null, "dBm")}{Optional("battery", q.BatteryPercent, null, "%")}{(q.HasOtherRate() && q is { AskedRateHz: { } asked, MeasuredRateHz: { } measured } ? string.Create(CultureInfo.InvariantCulture, $", asked {asked:0.#} Hz, measured {measured:0.0}") : "")}{Optional("clock ±", 1000 * q.ClockUncertaintyS, null, "ms")}"));
        }

        if (source.Delay.At(0.5) is { } median && source.Delay.At(0.99) is { } late)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sensor to core: p50 {1000 * median:0.0} ms, p99 {1000 * late:0.0} ms"));
    }

    private static string Optional(string what, double? value, double? second, string unit) => value is not { } v
        ? ""
        : second is { } s ? string.Create(CultureInfo.InvariantCulture, $", {what} {v:0.#}/{s:0.#} {unit}") : string.Create(CultureInfo.InvariantCulture, $", {what} {v:0.#} {unit}");
}
