export const ELSEWHERE: readonly string[];
