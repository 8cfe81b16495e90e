namespace GaitSense.Training.TimedTests.Feet;

/// <summary>The lines of a straight course.</summary>
/// <param name="LengthM">From the line at which both feet stand to the line that ends the time, m.</param>
/// <param name="RunOutM">
/// From there to a second line at which the person stops, toes (backward: heels) at the line, m; null: there is none. It tells how much this person's sensors add to a metre, in the same walk:
/// without it a foot's length is known to a per cent or two, which is half a shoe at the line.
/// </param>
/// <param name="IsBackward">Whether the person walks backward, heels first.</param>
public readonly record struct LineCourseLayout(double LengthM, double? RunOutM, bool IsBackward);
