using GaitSense.LabProgram;

// Runs inside the Bluetooth lab, started by GaitSense.Lab.Tests: one scenario, its facts as NAME=VALUE lines, exit code 0 if it came to its end.
Dictionary<string, Func<string[], Task>> scenarios = new(StringComparer.Ordinal)
{
    ["stream"] = Streaming.RunAsync,
    ["duplex"] = Duplex.RunAsync,
    ["sensor"] = SoftSensor.RunAsync,
    ["vanish"] = Faults.VanishAsync,
    ["hangup"] = Faults.HangUpAsync,
    ["power"] = Faults.PowerAsync,
    ["daemon"] = Faults.DaemonAsync,
    ["orphan"] = Faults.OrphanAsync,
    ["hold"] = Faults.HoldAsync,
    ["reconnects"] = Faults.ReconnectsAsync,
    ["check"] = Faults.CheckAsync,
    ["cost"] = Cost.RunAsync,
};
if (args.Length == 0 || !scenarios.TryGetValue(args[0], out Func<string[], Task>? scenario))
{
    Console.Error.WriteLine("Scenarios: " + string.Join(", ", scenarios.Keys));
    return 2;
}

await scenario(args[1..]).ConfigureAwait(false);
return 0;
