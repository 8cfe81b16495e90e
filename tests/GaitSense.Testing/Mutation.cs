namespace GaitSense.Testing;

/// <summary>A run of <c>.ci/mutation</c> (GAITSENSE_MUTATION=1), in which every test is slowed by the changes that are switched off and is run again for each of some thousand.</summary>
public static class Mutation
{
    /// <summary>Leaves the test out of such a run: it takes a tenth of a second or more.</summary>
    public static void SkipLong() =>
        Assert.SkipWhen(string.Equals(Environment.GetEnvironmentVariable("GAITSENSE_MUTATION"), "1", StringComparison.Ordinal), "Too long to be run once for every change of the code (.ci/mutation).");
}
