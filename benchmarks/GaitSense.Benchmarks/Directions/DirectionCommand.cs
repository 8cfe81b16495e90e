using GaitSense.Analysis.Walks;
using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>How often directions are named right: simulated walks, and real ones where recordings are at hand.</summary>
internal static class DirectionCommand
{
    private const int Seeds = 5;

    public static int Run(Arguments arguments, TextWriter output)
    {
        SimulationPreset[] presets = [.. SimulationPresets.All.Where(p => Arguments.Matches(p.Name, arguments.Preset))];
        Markdown text = new();
        text.Line("# Directions");
        text.Line();
        text.Line($"GaitSense {WalkContext.LibraryVersion}. Made by `dotnet run -c Release --project benchmarks/GaitSense.Benchmarks -- --direction`.");
        text.Line("A direction may be filled in after the contact; what was known in mid-swing, before the landing, stands beside it.");
        text.Line();
        List<JudgedName> names = [];
        if (presets.Length > 0) names.AddRange(SimulatedDirections.Write(text, presets, arguments.SeedsOr(Seeds), arguments.Failures ? output : null));
        if (arguments.Preset is null)
        {
            IReadOnlyList<JudgedName> flat = FlatPushOff.Judge(arguments.SeedsOr(Seeds));
            FlatPushOff.Write(text, flat);
            names.AddRange(flat);
        }

        if (RecordedWalk.Folder is null)
        {
            text.Line();
            text.Line("No recordings of real walks were at hand (a folder named by GAITSENSE_DATA, or shared/data above the repository).");
        }
        else if (arguments.Preset is null)
        {
            ReversedDirections.Write(text);
            ForwardSigns.Write(text);
            PyshoeDirections.Write(text);
            IReadOnlyList<JudgedName> real = RealDirections.Judge();
            RealDirections.Write(text, real);
            names.AddRange(real);
        }

        if (names.Count > 0) ReliabilityCurve.Write(text, names);

        if (arguments.IsPart) output.Write(text.ToString());
        else ResultFile.Write("direction.md", text.ToString());
        return 0;
    }
}
