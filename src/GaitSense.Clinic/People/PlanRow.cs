namespace GaitSense.Clinic.People;

/// <summary>A plan in a list of the desk.</summary>
/// <param name="Id">Id.</param>
/// <param name="Template">The programme, with its version.</param>
/// <param name="Version">The plan's own version.</param>
/// <param name="Week">The week of today.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record PlanRow(Guid Id, string Template, int Version, int Week, DateOnly From, DateOnly To);
