using System.Collections.Concurrent;
using GaitSense.Simulation.Presets;

namespace GaitSense.Core.Tests;

/// <summary>The presets, each walked once for all tests.</summary>
internal static class WalkedPresets
{
    private static readonly ConcurrentDictionary<string, (SimulatedRecording Recording, Walked Walked)> Done = new(StringComparer.Ordinal);

    public static Walked Of(string name) => Get(name).Walked;

    public static Agreement AgreementOf(string name) => new(Get(name).Recording, Get(name).Walked);

    public static SimulatedRecording RecordingOf(string name) => Get(name).Recording;

    private static (SimulatedRecording Recording, Walked Walked) Get(string name) => Done.GetOrAdd(name, n =>
    {
        SimulatedRecording recording = SimulationPresets.Find(n)!.Record();
        return (recording, Walked.Through(recording));
    });
}
