namespace GaitSense.Training.People;

/// <summary>What can be said of a person.</summary>
public static class PersonLimits
{
    /// <summary>Shortest and longest leg, m.</summary>
    public const double LeastLegM = 0.5, MostLegM = 1.3;

    /// <summary>Highest of the patient-determined disease steps, from 0.</summary>
    public const int MostDiseaseSteps = 8;

    /// <summary>Whether a leg can be so long, m.</summary>
    public static bool IsLeg(double lengthM) => lengthM is >= LeastLegM and <= MostLegM;

    /// <summary>Whether there is such a disease step.</summary>
    public static bool IsDiseaseStep(double step) => step is >= 0 and <= MostDiseaseSteps;

    /// <summary>Why a person cannot be so; null: can be.</summary>
    public static string? WhyNot(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person switch
        {
            { LegLengthM: { } leg } when !IsLeg(leg) => FormattableString.Invariant($"a leg is {LeastLegM} to {MostLegM} m long"),
            { DiseaseSteps: { } step } when !IsDiseaseStep(step) => FormattableString.Invariant($"disease steps are 0 to {MostDiseaseSteps}"),
            _ => null,
        };
    }
}
