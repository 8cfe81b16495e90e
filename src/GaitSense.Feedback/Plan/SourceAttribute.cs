namespace GaitSense.Feedback.Plan;

/// <summary>Where a setting's default comes from, for people who edit a plan.</summary>
/// <param name="text">Author, year, what was found; or why it is so.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SourceAttribute(string text) : Attribute
{
    /// <summary>Author, year, what was found; or why it is so.</summary>
    public string Text => text;
}
