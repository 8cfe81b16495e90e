namespace GaitSense.Training.Phone;

/// <summary>What the first page of a phone shows on a day, if nothing is walked or answered until then.</summary>
/// <param name="Day">The day where the phone is: "2026-11-30".</param>
/// <param name="View">The page.</param>
public sealed record HomeDay(string Day, HomeView View);
