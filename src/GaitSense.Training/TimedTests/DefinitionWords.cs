namespace GaitSense.Training.TimedTests;

/// <summary>What a definition of a test's result means, in words for the clinician's desk.</summary>
public static class DefinitionWords
{
    /// <summary>The definition in words; one that is not known here is its own word.</summary>
    /// <param name="definition">Its key: "watch-from-go".</param>
    public static string Of(string definition) => definition switch
    {
        TestDefinitions.WatchFromGo => "stopwatch from \"go\" until the leading foot is over the line, or the person sits",
        TestDefinitions.FeetLeaveToCross => "by the feet, from leaving the ground to crossing the line",
        TestDefinitions.LapDistance => "lengths of the corridor, and the rest of the last one",
        TestDefinitions.StrideSum => "sum of all strides",
        TestDefinitions.SpeedCost => "cost of the second task: what it takes off walking speed",
        _ => definition,
    };

    /// <summary>The definition in two words, beside a value; one that is not known here is its own word.</summary>
    /// <param name="definition">Its key.</param>
    public static string InBrief(string definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition switch
        {
            TestDefinitions.WatchFromGo => "stopwatch",
            TestDefinitions.FeetLeaveToCross => "feet",
            _ => definition.Replace('-', ' '),
        };
    }
}
