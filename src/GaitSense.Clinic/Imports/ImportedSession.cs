using GaitSense.Training.Records;

namespace GaitSense.Clinic.Imports;

/// <summary>A recorded walk as a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="IsNew">False: the same recording was this session already.</param>
/// <param name="Warnings">What is to be said of it, in lines without a full stop.</param>
public sealed record ImportedSession(Session Session, bool IsNew, IReadOnlyList<string> Warnings);
