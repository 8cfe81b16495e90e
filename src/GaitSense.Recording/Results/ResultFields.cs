namespace GaitSense.Recording.Results;

/// <summary>How fine the numbers of result tables are, for all of their writers. Degrees begin here.</summary>
internal static class ResultFields
{
    public const int LengthDecimals = 5, AngleDecimals = 3, ConfidenceDecimals = 3, DurationDecimals = 6, PercentDecimals = 4;
    public const double DegreesPerRadian = 180 / Math.PI;
}
