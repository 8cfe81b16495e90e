namespace GaitSense.Training.Phone;

/// <summary>What a phone makes of a file that is said to be a plan.</summary>
/// <param name="Plans">The plans that the phone keeps from now on (<see cref="PhoneRecords.Plans"/>); null: the file is none that it can follow, and nothing changes.</param>
/// <param name="Sentence">What the file is and until when, or why it is not taken.</param>
public sealed record PhonePlanAnswer(IReadOnlyList<string>? Plans, string Sentence);
